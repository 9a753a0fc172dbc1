/// A command's help as the parser of arguments describes it (`--experimental-dump-help`).
struct CommandHelp: Decodable {
    /// An option, a flag or an argument.
    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var kind: Kind
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
        var allValues: [String]?

        /// `-q, --quiet`, `--seed`, or the argument's own name.
        var title: String {
            guard let names, kind != .positional else { return valueName ?? "" }
            return names.map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
        }
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool
    var superCommands: [String]?
    var arguments: [Argument]?
    var subcommands: [CommandHelp]?

    /// `nilm-report templates export`
    var fullName: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// What is shown, without `--help` and `--version`, which every command has.
    var ownArguments: [Argument] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    /// The commands without subcommands below this one, in their order.
    var leaves: [CommandHelp] {
        let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        return below.isEmpty ? [self] : below.flatMap(\.leaves)
    }
}
