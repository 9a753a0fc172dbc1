import ArgumentParser

@main
struct NILMReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "nilm-report")
}
