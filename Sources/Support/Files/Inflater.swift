import CZLIB

/// Decompresses gzip (RFC 1952), piece by piece; members behind one another are one text, as gzip has it.
struct Inflater: ~Copyable {
    /// What a step came to.
    struct Step {
        /// Bytes taken and bytes made.
        var taken: Int
        var made: Int
    }

    /// Why a stream can't be decompressed.
    struct Damage: Error {
        let reason: String
    }

    /// zlib keeps its address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether a member has begun and not ended.
    private(set) var isInsideMember = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = zlib_start_gzip(stream)
        precondition(status == Z_OK, "zlib could not start (\(status))")
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Decompresses from `input` into `output` until one of them is used up.
    mutating func step(
        from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Damage) -> Step {
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        while stream.pointee.avail_in > 0, stream.pointee.avail_out > 0 {
            isInsideMember = true
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_OK: break
            case Z_STREAM_END:
                isInsideMember = false
                inflateReset(stream)
            default:
                throw Damage(reason: stream.pointee.msg.map { String(cString: $0) } ?? "not gzip")
            }
        }
        return Step(
            taken: input.count - Int(stream.pointee.avail_in), made: output.count - Int(stream.pointee.avail_out))
    }
}
