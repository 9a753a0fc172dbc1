import Runs

extension RunFolder {
    /// What config.yaml asks for; nil for imported predictions. Drawing a run needs only its text, so that a file with
    /// settings of another version stands in the way of no report.
    package func configuration() throws(RunFolderError) -> RunConfiguration? {
        guard let text = try configurationText() else { return nil }
        do throws(ConfigurationError) {
            return try ConfigurationFile.configuration(text: text, path: path + "/" + Self.configurationName)
        } catch {
            throw .configuration(problem: error.description)
        }
    }
}
