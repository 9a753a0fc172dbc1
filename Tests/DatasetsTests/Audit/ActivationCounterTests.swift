import Runs
import Testing

@testable import Datasets

@Suite("Uses of an appliance") struct UseCounterTests {
    /// On from 100 W; through times off of up to 20 s; for at least 30 s.
    private static let kind = ApplianceKind(
        name: "x", aliases: [], onThreshold: 100, maximum: nil, minimumOn: 30, minimumOff: 20, source: .kelly)

    /// A reading every 10 s, on where there is a 1, a gap where there is a space.
    private func uses(_ text: String, _ kind: ApplianceKind = kind) -> ActivationCounter {
        var counter = ActivationCounter(of: kind)
        var isAfterGap = true
        for (index, character) in text.enumerated() {
            if character == " " {
                isAfterGap = true
                continue
            }
            counter.add(time: 10 * index, power: character == "1" ? 100 : 99, isAfterGap: isAfterGap)
            isAfterGap = false
        }
        counter.finish()
        return counter
    }

    @Test(
        "are counted after short times off are bridged and short times on are dropped, in this order",
        arguments: [
            ("", 0), ("000", 0), ("01110", 1), ("0110", 0), ("01100", 0),
            // Bridged: 10 s on, 20 s off, 10 s on are 40 s.
            ("0100100", 1), ("01000100", 0),
            ("0111000111000", 2), ("01110011100", 1),
            // What is going on at the end counts as long as it was seen, that is until the last reading.
            ("0111", 0), ("01111", 1),
        ])
    func counted(text: String, count: Int) { #expect(uses(text).count == count) }

    @Test("whose beginning was not seen are none")
    func unseen() {
        #expect(uses("1111100").count == 0)
        #expect(uses("000 111110").count == 0)
        #expect(uses("000 0111110").count == 1)
        // A gap ends an activation.
        #expect(uses("01111 1111110").count == 1)
    }

    @Test("have rises and seconds on, whatever their lengths")
    func rises() {
        let counter = uses("0101101 10010")
        #expect(counter.rises == 4)
        #expect(counter.onSeconds == 10 + 20 + 0 + 10 + 10)
    }

    @Test("of a kind without durations are its times on")
    func plain() {
        var kind = Self.kind
        (kind.minimumOn, kind.minimumOff) = (0, 0)
        #expect(uses("0101101", kind).count == 3)
    }

    @Test(
        "have the length that half of them don't exceed, with what is bridged inside",
        arguments: [
            ("", nil), ("0", nil), ("011100", 30), ("0111000111100011111000", 40), ("01110001111000", 30),
            ("0100100", 40),
        ] as [(String, Int?)])
    func length(text: String, median: Int?) { #expect(uses(text).medianLength == median) }

    @Test("have a mean power over the time for which it is on")
    func power() {
        var counter = ActivationCounter(of: Self.kind)
        for (time, power) in [(0, 50.0), (10, 200), (20, 100), (50, 0), (60, 0)] {
            counter.add(time: time, power: power, isAfterGap: time == 0)
        }
        counter.finish()
        // 200 W for 10 s, 100 W for 30 s.
        #expect(counter.onMean == 125 && uses("000").onMean == nil)
    }
}
