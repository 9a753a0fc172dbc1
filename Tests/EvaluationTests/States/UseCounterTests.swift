import Datasets
import Testing

@testable import Evaluation

@Suite("Uses counted as states arrive")
struct UseCounterTests {
    @Test("counts uses as the appliance's shortest times have it")
    func uses() {
        var kind = Appliances.kind(named: "fridge")
        (kind.minimumOn, kind.minimumOff) = (60, 12)
        func count(_ states: String) -> Int {
            var counter = UseCounter(kind, period: 6)
            for state in states {
                if state == " " { counter.end() } else { counter.add(isOn: state == "1") }
            }
            return counter.count
        }
        // 10 rows are 60 s; 2 rows off are 12 s, which do not part, 3 do; at a gap a use is over.
        #expect(count("0001111111111000") == 1 && count("111111111") == 0)
        #expect(count("1111100" + "11111") == 1 && count("11111000" + "11111") == 0)
        #expect(count("1111111111000" + "1111111111") == 2 && count("1111111111 1111111111") == 2)
        #expect(count("11111 11111") == 0 && count("") == 0)
    }
}
