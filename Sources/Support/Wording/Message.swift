/// What the program says to a reader in one kind of place, a case a sentence: a case has what stands in the gaps of its
/// sentence, which is said in the reader's language when it is shown.
package protocol Message: Sendable {
    var text: Text { get }
}
