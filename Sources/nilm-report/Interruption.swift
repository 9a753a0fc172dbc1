import Foundation
import Synchronization

/// SIGINT (Ctrl-C) and SIGTERM: what is being done is brought to a good place first. A second one ends the program as if
/// it had not listened.
enum Interruption {
    private static let request = Atomic(false)

    /// From now on the signals are noted.
    static func listen() {
        // Made now, as a signal's handler may only touch what is there.
        request.store(false, ordering: .relaxed)
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] {
            sigaddset(&numbers, number)
            signal(number) { number in
                Interruption.request.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        // A parent's thread that blocks them has blocked them here, too.
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    }

    static var isRequested: Bool { request.load(ordering: .relaxed) }

    /// Throws if a signal has come.
    static func check() throws(Interrupted) { if isRequested { throw Interrupted() } }
}

/// The user, or the system, wants the program to end.
struct Interrupted: Error {}
