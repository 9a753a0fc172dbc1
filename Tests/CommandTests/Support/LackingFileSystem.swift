import Foundation
import TestSupport
import Testing

/// A library that the program is run with and that answers some calls of the system as file systems do that lack something:
/// no locks, no symbolic links, nothing that can be moved.
struct LackingFileSystem {
    /// What is lacking.
    enum Lack: String { case locks, links, moves, syncs }

    private let folder: TemporaryFolder
    private var library: String { folder("lacking.so") }
    private var notesFile: String { folder("notes") }

    /// The system's C compiler, or that of Swift's own; nil where there is none.
    static let compiler: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.flatMap { folder in ["clang", "cc"].map { "\(folder)/\($0)" } }
            .first(where: FileManager.default.isExecutableFile)
    }()

    init() throws {
        folder = try TemporaryFolder()
        try Data(Self.source.utf8).write(to: URL(fileURLWithPath: folder("lacking.c")))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.compiler))
        process.arguments = ["-shared", "-fPIC", "-o", library, folder("lacking.c"), "-ldl"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// For the program's environment. `code` is the number of the system's error.
    func environment(_ lack: Lack?, code: Int32 = EPERM) -> [String: String] {
        ["LD_PRELOAD": library, "LACK": "\(lack?.rawValue ?? "")", "LACK_CODE": "\(code)", "LACK_NOTES": notesFile]
    }

    /// The folders that were flushed and the names that things were moved to, in order: `sync PATH`, `move PATH`.
    func notes() throws -> [String] {
        try String(contentsOfFile: notesFile, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <unistd.h>

        static int lacks(const char *what) {
            const char *lack = getenv("LACK");
            if (!lack || strcmp(lack, what) != 0) return 0;
            errno = atoi(getenv("LACK_CODE"));
            return 1;
        }

        static void note(const char *what, const char *path) {
            FILE *file = fopen(getenv("LACK_NOTES"), "a");
            if (!file) return;
            fprintf(file, "%s %s\\n", what, path);
            fclose(file);
        }

        int flock(int file, int operation) {
            static int (*own)(int, int);
            if (lacks("locks")) return -1;
            if (!own) own = (int (*)(int, int))dlsym(RTLD_NEXT, "flock");
            return own(file, operation);
        }

        int symlink(const char *target, const char *path) {
            static int (*own)(const char *, const char *);
            if (lacks("links")) return -1;
            if (!own) own = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "symlink");
            return own(target, path);
        }

        int rename(const char *from, const char *to) {
            static int (*own)(const char *, const char *);
            if (lacks("moves")) return -1;
            if (!own) own = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
            int result = own(from, to);
            if (result == 0) note("move", to);
            return result;
        }

        int fsync(int file) {
            static int (*own)(int);
            char link[64], path[4096];
            struct stat status;
            snprintf(link, sizeof link, "/proc/self/fd/%d", file);
            ssize_t count = readlink(link, path, sizeof path - 1);
            if (count > 0 && fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
                path[count] = 0;
                note("sync", path);
            }
            if (lacks("syncs")) return -1;
            if (!own) own = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
            return own(file);
        }

        """
}
