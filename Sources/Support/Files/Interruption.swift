import Foundation
import Synchronization

/// SIGINT (Ctrl-C) and SIGTERM, one way for every command.
///
/// Most commands keep nothing, so the first signal ends them at once, wherever they are: only files that are written
/// beside their places go. A command that makes a run says so by ``waitForGoodPlace()``; from then on it asks
/// ``isRequested`` where it can stop and be gone on with. What must not be left half done is done ``whole(_:)``. A second
/// signal ends the program as if it had not listened.
package enum Interruption {
    private struct State {
        /// The program looks after itself.
        var isCooperative = false
        /// How many parts that are done whole are going on.
        var depth = 0
        /// Files that are written beside their places.
        var temporaries: Set<String> = []
    }

    private static let request = Atomic(false)
    private static let honoured = Atomic(false)
    private static let state = Mutex(State())
    /// What a signal's handler writes to; -1 until the program listens.
    private static let bell = Atomic<Int32>(-1)

    /// From now on the signals are noted; `end` ends the program after one.
    package static func listen(end: @escaping @Sendable () -> Never) {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            let (reading, writing) = (ends[0], ends[1])
            bell.store(writing, ordering: .relaxed)
            Thread.detachNewThread { wait(reading, end) }
        }
        // Made now, as a signal's handler may only touch what is there.
        request.store(false, ordering: .relaxed)
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] {
            sigaddset(&numbers, number)
            signal(number) { number in
                let code = errno
                Interruption.request.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
                Interruption.ring()
                errno = code
            }
        }
        // A parent's thread that blocks them has blocked them here, too.
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    }

    package static var isRequested: Bool { request.load(ordering: .relaxed) }

    /// Whether an error was thrown because of a signal, whatever it is wrapped in by now.
    package static var isHonoured: Bool { honoured.load(ordering: .relaxed) }

    /// Throws if a signal has come.
    package static func check() throws(Interrupted) { if isRequested { throw Interrupted() } }

    /// The same where `path` is read, which may last for ever.
    static func check(reading path: String) throws(FileError) {
        guard isRequested else { return }
        honoured.store(true, ordering: .relaxed)
        throw .interrupted(path: path)
    }

    /// From now on a signal is only noted.
    package static func waitForGoodPlace() { state.withLock { $0.isCooperative = true } }

    /// Does `work` to its end; a signal that comes meanwhile ends the program behind it.
    package static func whole<Result, Failure>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        state.withLock { $0.depth += 1 }
        defer {
            state.withLock { $0.depth -= 1 }
            if isRequested { ring() }
        }
        return try work()
    }

    static func note(temporary path: String) { state.withLock { _ = $0.temporaries.insert(path) } }
    static func forget(temporary path: String) { state.withLock { _ = $0.temporaries.remove(path) } }

    /// Wakes the thread that waits; fit for a signal's handler.
    private static func ring() {
        var byte: UInt8 = 1
        _ = write(bell.load(ordering: .relaxed), &byte, 1)
    }

    private static func wait(_ bell: Int32, _ end: @Sendable () -> Never) {
        var byte: UInt8 = 0
        while true {
            let count = read(bell, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return }
            // Nothing else begins or ends meanwhile.
            state.withLock { state in
                guard !state.isCooperative, state.depth == 0 else { return }
                for path in state.temporaries { unlink(path) }
                end()
            }
        }
    }
}

/// The user, or the system, wants the program to end.
package struct Interrupted: Error {
    package init() {}
}
