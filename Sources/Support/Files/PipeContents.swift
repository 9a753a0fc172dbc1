import Foundation
import Synchronization

/// The contents of pipes: they come once, and readers go over a file more than once. Each is kept in a file without a name
/// for as long as the program runs.
enum PipeContents {
    /// Descriptors by the pipe's device and number.
    private static let kept = Mutex<[String: Int32]>([:])

    /// A descriptor of its own at the beginning of what the pipe open as `pipe` has, which is read to its end the first
    /// time. `path` is for messages.
    static func open(_ pipe: Int32, _ status: stat, path: String) throws(FileError) -> Int32 {
        let key = "\(status.st_dev):\(status.st_ino)"
        let file: Result<Int32, FileError> = kept.withLock { kept in
            if let file = kept[key] { return .success(file) }
            do throws(FileError) {
                let file = try keep(pipe, path: path)
                kept[key] = file
                return .success(file)
            } catch { return .failure(error) }
        }
        // Through the system's name for it, so that each reader has a position of its own.
        let descriptor = Foundation.open("/dev/fd/\(try file.get())", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .reading(path, errno) }
        return descriptor
    }

    /// Returns when the pipe, opened without blocking, has something to read or its end. A signal ends the waiting.
    private static func wait(for pipe: Int32, path: String) throws(FileError) {
        while true {
            try Interruption.check(reading: path)
            var request = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            let count = poll(&request, 1, 100)
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .reading(path, errno) }
        }
    }

    private static func keep(_ pipe: Int32, path: String) throws(FileError) -> Int32 {
        let folder = NSTemporaryDirectory()
        var name = Array((folder + "/nilm-report-pipe-XXXXXX").utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw .writing(folder, errno) }
        unlink(name)
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { piece.deallocate() }
        while true {
            do throws(FileError) {
                try wait(for: pipe, path: path)
            } catch {
                close(file)
                throw error
            }
            let count = read(pipe, piece.baseAddress, piece.count)
            if count == 0 { return file }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                let code = errno
                close(file)
                throw .reading(path, code)
            }
            var written = 0
            while written < count {
                let step = write(file, piece.baseAddress! + written, count - written)
                if step >= 0 {
                    written += step
                } else if errno != EINTR {
                    let code = errno
                    close(file)
                    throw .writing(folder, code)
                }
            }
        }
    }
}
