/// The folder of a control group that counts memory.
struct ControlGroup: Equatable {
    let path: String
    /// Version 2 of control groups, or the memory controller of version 1.
    let isUnified: Bool

    /// Those of the process and of every group around it, as far as they can be seen: each of them may have a limit.
    ///
    /// `mounts` is /proc/self/mountinfo, `groups` /proc/self/cgroup.
    static func folders(mounts: String, groups: String) -> [ControlGroup] {
        var folders: [ControlGroup] = []
        for line in mounts.split(separator: "\n") {
            // `31 23 0:28 ROOT PLACE OPTIONS [...] - TYPE SOURCE OPTIONS`
            let fields = line.split(separator: " ")
            guard let dash = fields.firstIndex(of: "-"), dash > 4, fields.count > dash + 3 else { continue }
            let isUnified = fields[dash + 1] == "cgroup2"
            let isMemory = fields[dash + 1] == "cgroup" && fields[dash + 3].split(separator: ",").contains("memory")
            guard isUnified || isMemory, let group = path(in: groups, isUnified: isUnified) else { continue }
            let (root, place) = (fields[3], String(fields[4]))
            // Within a container the mount shows the group's own folder as its root, and what is above can't be seen.
            var parts: ArraySlice<Substring> = []
            if root == "/" {
                parts = group.split(separator: "/")[...]
            } else if group == root || group.hasPrefix(root + "/") {
                parts = group.dropFirst(root.count).split(separator: "/")[...]
            }
            if parts.contains("..") { parts = [] }
            while true {
                let path = ([Substring(place)] + parts).joined(separator: "/")
                folders.append(ControlGroup(path: path, isUnified: isUnified))
                if parts.popLast() == nil { break }
            }
        }
        return folders
    }

    /// The process's group: `0::/user.slice` of version 2, `4:memory:/container` of version 1.
    private static func path(in groups: String, isUnified: Bool) -> Substring? {
        for line in groups.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            if isUnified ? fields[0] == "0" : fields[1].split(separator: ",").contains("memory") { return fields[2] }
        }
        return nil
    }

    /// Bytes up to its limit; nil if it has none. Files that are kept in memory count as used, but go when there is need.
    func free<Failure: Error>(text: (String) throws(Failure) -> String?) throws(Failure) -> Int? {
        let names =
            isUnified
            ? ["memory.max", "memory.current", "inactive_file", "active_file"]
            : ["memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file", "total_active_file"]
        guard let limit = try text(path + "/" + names[0])?.number, let used = try text(path + "/" + names[1])?.number
        else { return nil }
        let statistics = try text(path + "/memory.stat") ?? ""
        let files = (statistics.number(of: names[2]) ?? 0) + (statistics.number(of: names[3]) ?? 0)
        return max(0, limit - max(0, used - files))
    }
}
