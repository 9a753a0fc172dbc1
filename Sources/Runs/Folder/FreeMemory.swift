import Foundation
import Support

/// How much memory this process may still take, by the bound that leaves the least.
package struct FreeMemory: Equatable, Sendable {
    /// What says no to more.
    package enum Bound: Equatable, Sendable {
        case machine
        /// A control group, as a container's, by its folder.
        case group(String)
        /// `ulimit -v` and `ulimit -d`.
        case addressSpace
        case dataSize
    }

    package let bytes: Int
    package let bound: Bound
    /// Bytes that the process has in memory already; 0 where that is not known.
    package let held: Int

    /// Now; nil where the system has no /proc to say it.
    package static func now() throws(FileError) -> FreeMemory? {
        try FreeMemory { path throws(FileError) in
            guard access(path, R_OK) == 0 else { return nil }
            return String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
        }
    }

    /// From the texts of the kernel's own files, which `text` gives by their path; nil for one that is not there.
    package init?<Failure: Error>(text: (String) throws(Failure) -> String?) throws(Failure) {
        var all: [(bytes: Int, bound: Bound)] = []
        if let machine = try text("/proc/meminfo")?.kibibytes(of: "MemAvailable") { all.append((machine, .machine)) }
        let status = try text("/proc/self/status") ?? ""
        if let limits = try text("/proc/self/limits") {
            if let limit = limits.softLimit(of: "Max address space"), let used = status.kibibytes(of: "VmSize") {
                all.append((max(0, limit - used), .addressSpace))
            }
            if let limit = limits.softLimit(of: "Max data size"), let used = status.kibibytes(of: "VmData") {
                all.append((max(0, limit - used), .dataSize))
            }
        }
        if let mounts = try text("/proc/self/mountinfo"), let groups = try text("/proc/self/cgroup") {
            for folder in ControlGroup.folders(mounts: mounts, groups: groups) {
                if let free = try folder.free(text: text) { all.append((free, .group(folder.path))) }
            }
        }
        guard let least = all.min(by: { $0.bytes < $1.bytes }) else { return nil }
        (bytes, bound) = least
        held = status.kibibytes(of: "VmRSS") ?? 0
    }
}
