import Testing

@testable import Runs

@Suite("Free memory")
struct FreeMemoryTests {
    private func free(_ files: [String: String]) -> FreeMemory? { FreeMemory { files[$0] } }

    private let machine = ["/proc/meminfo": "MemTotal:       24684096 kB\nMemAvailable:   20000000 kB\n"]

    private func expect(
        _ files: [String: String], _ bytes: Int, _ bound: FreeMemory.Bound,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = free(machine.merging(files) { $1 })
        #expect(found?.bytes == bytes, sourceLocation: sourceLocation)
        #expect(found?.bound == bound, sourceLocation: sourceLocation)
    }

    @Test("is what the machine has where nothing else says less, and unknown where nothing says it")
    func ofMachine() {
        expect([:], 20_000_000 * 1024, .machine)
        #expect(free([:]) == nil)
        #expect(free(["/proc/meminfo": "nothing of use\n"]) == nil)
    }

    @Test("is what a limit of the process leaves")
    func ofLimits() {
        func limits(_ data: String, _ space: String) -> [String: String] {
            [
                "/proc/self/limits": """
                Limit                     Soft Limit           Hard Limit           Units
                Max data size             \(data)            unlimited            bytes
                Max address space         \(space)            unlimited            bytes

                """,
                "/proc/self/status":
                    "Name:\tnilm-report\nVmSize:\t  300000 kB\nVmRSS:\t  50000 kB\nVmData:\t  100000 kB\n",
            ]
        }
        expect(limits("unlimited", "1073741824"), 1_073_741_824 - 300_000 * 1024, .addressSpace)
        expect(limits("1073741824", "unlimited"), 1_073_741_824 - 100_000 * 1024, .dataSize)
        // Nothing is less than nothing.
        expect(limits("unlimited", "1024"), 0, .addressSpace)
        expect(limits("unlimited", "unlimited"), 20_000_000 * 1024, .machine)
        #expect(free(limits("unlimited", "1024"))?.held == 50_000 * 1024)
    }

    @Test("is what a control group of version 2 leaves, or one around it, where files that are kept do not count")
    func ofUnifiedGroup() {
        let group = "/sys/fs/cgroup/user.slice/job.scope"
        let files = [
            "/proc/self/mountinfo": "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n",
            "/proc/self/cgroup": "0::/user.slice/job.scope\n", group + "/memory.max": "max\n",
            group + "/memory.current": "300000000\n", "/sys/fs/cgroup/user.slice/memory.max": "1000000000\n",
            "/sys/fs/cgroup/user.slice/memory.current": "700000000\n",
            "/sys/fs/cgroup/user.slice/memory.stat": "anon 1\ninactive_file 50000000\nactive_file 10000000\n",
        ]
        expect(files, 360_000_000, .group("/sys/fs/cgroup/user.slice"))
        var own = files
        own[group + "/memory.max"] = "400000000\n"
        expect(own, 100_000_000, .group(group))
    }

    @Test("is what a group of version 1 leaves, beside version 2 without a memory controller")
    func ofOlderGroup() {
        let files = [
            "/proc/self/mountinfo": """
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            36 31 0:33 / /sys/fs/cgroup/devices rw,relatime - cgroup cgroup rw,devices
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw

            """,
            "/proc/self/cgroup": "5:devices:/\n4:cpu,memory:/job/1\n0::/\n",
            "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
            "/sys/fs/cgroup/memory/memory.usage_in_bytes": "5000000000\n",
            "/sys/fs/cgroup/memory/job/1/memory.limit_in_bytes": "2000000000\n",
            "/sys/fs/cgroup/memory/job/1/memory.usage_in_bytes": "500000000\n",
            "/sys/fs/cgroup/memory/job/1/memory.stat": "total_inactive_file 100000000\n",
        ]
        expect(files, 1_600_000_000, .group("/sys/fs/cgroup/memory/job/1"))
    }

    @Test("is found in a container, whose group is the root of what is mounted")
    func inContainer() {
        let mount = "35 31 0:32 /docker/a1 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"
        let limits = [
            "/proc/self/mountinfo": mount, "/sys/fs/cgroup/memory/memory.limit_in_bytes": "1000000000\n",
            "/sys/fs/cgroup/memory/memory.usage_in_bytes": "100000000\n",
        ]
        for group in ["/docker/a1", "/docker/a1/inner", "/elsewhere", "/../.."] {
            expect(
                limits.merging(["/proc/self/cgroup": "4:memory:\(group)\n"]) { $1 }, 900_000_000,
                .group("/sys/fs/cgroup/memory"))
        }
    }

    @Test("this machine's own files say how much is free")
    func now() throws {
        #if os(Linux)
            let free = try #require(try FreeMemory.now())
            #expect(free.bytes > 1 << 20)
        #endif
    }
}
