import Foundation
import Support

/// What the system says of itself, for ``Provenance`` and `doctor`.
package enum HostSystem {
    /// As in /etc/os-release with the kernel behind it: `Debian GNU/Linux 12 (bookworm), Linux 6.1.0`.
    package static func operatingSystem() throws(FileError) -> String {
        var names = utsname()
        guard uname(&names) == 0 else { return "unknown" }
        let kernel = text(&names.sysname) + " " + text(&names.release)
        let release = "/etc/os-release"
        guard access(release, R_OK) == 0 else { return kernel }
        guard let name = try value(of: "PRETTY_NAME", in: release, separator: "=") else { return kernel }
        return name + ", " + kernel
    }

    /// The first processor's model name, or the machine's architecture where there is none.
    package static func cpu() throws(FileError) -> String {
        let information = "/proc/cpuinfo"
        if access(information, R_OK) == 0, let name = try value(of: "model name", in: information, separator: ":") {
            return name
        }
        var names = utsname()
        return uname(&names) == 0 ? text(&names.machine) : "unknown"
    }

    /// Logical processors that are on.
    package static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// The most memory that this process has held, bytes.
    package static var peakRSSBytes: Int {
        var usage = rusage()
        // Linux counts in KiB and gives the constant as an enumeration; Darwin counts in bytes.
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Int(usage.ru_maxrss) * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss)
        #endif
    }

    /// Gives memory that was freed back to the system, where the C library can: glibc keeps a heap for each thread that ever
    /// worked, which after hundreds of runs is ten times what one of them needs.
    package static func returnFreedMemory() {
        guard let trim = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
    }

    /// Bytes that may be written where `path` is, which must be there; 0 if the system does not say.
    package static func freeBytes(at path: String) -> Int {
        var statistics = statvfs()
        return statvfs(path, &statistics) == 0 ? Int(statistics.f_bavail) * Int(statistics.f_frsize) : 0
    }

    /// The value of the first line of `key`, without quotes.
    private static func value(of key: String, in path: String, separator: Character) throws(FileError) -> String? {
        for line in String(decoding: try FileReader.bytes(of: path), as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: separator, maxSplits: 1).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
            }
            if parts.count == 2, parts[0] == key { return parts[1] }
        }
        return nil
    }

    /// A C array of characters as a String.
    private static func text<Characters>(_ characters: inout Characters) -> String {
        withUnsafeBytes(of: &characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
