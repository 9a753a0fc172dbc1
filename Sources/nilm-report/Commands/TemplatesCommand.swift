import ArgumentParser
import Pages

/// One's own templates.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Start and check templates of one's own.",
        subcommands: [Export.self, Check.self])

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the report's templates into a folder, with a manual of the values they may ask for.",
            discussion: """
                Keep the files that you change and delete the others: build, evaluate and render --templates DIR take \
                what is not there from the program.
                """)

        @Argument(help: ArgumentHelp("The folder to write to.", valueName: "DIR"))
        var folder: String
        @Flag(help: "Replace files that are there already.")
        var force = false

        func run() throws {
            for name in try Templates.export(to: folder, force: force) { Console.print(folder + "/" + name) }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what is wrong with the templates in a folder, by file and line.",
            discussion: """
                Looks for values and partials that do not exist, ids that are there twice, and what would keep a page \
                from being one safe file that loads, sends and runs nothing: it is read as a browser would read it.
                """)

        @Argument(help: ArgumentHelp("A folder with templates.", valueName: "DIR"))
        var folder: String

        func run() throws {
            let problems = try Templates.problems(in: folder)
            for problem in problems { Console.print(problem.description) }
            guard problems.isEmpty else {
                throw Failure(
                    "\(folder): \(problems.count) \(problems.count == 1 ? "problem" : "problems")", exitCode: .badData)
            }
            Console.print("\(folder): nothing is wrong")
        }
    }
}
