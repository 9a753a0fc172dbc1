import Support

/// What becomes of an appliance's power and when it counts as on, with the numbers.
package struct StateWords: Message, Codable, Equatable {
    /// Watts: on from here, or above it if `isStrict`, and up to `upToW`.
    package var onW: Double
    package var isStrict: Bool
    package var upToW: Double?
    /// Seconds: shorter times off in between count as on, and shorter times on as off; 0 where they do not.
    package var mostOffS: Int
    package var leastOnS: Int
    /// Powers below this, watts, count as 0, or those up to it if `zeroesBound`; powers over `limitW` as that.
    package var zeroBelowW: Double?
    package var zeroesBound: Bool
    package var limitW: Double?
    package var zeroWhereOff: Bool

    package init(
        onW: Double, isStrict: Bool = false, upToW: Double? = nil, mostOffS: Int = 0, leastOnS: Int = 0,
        zeroBelowW: Double? = nil, zeroesBound: Bool = false, limitW: Double? = nil, zeroWhereOff: Bool = false
    ) {
        self.onW = onW
        self.isStrict = isStrict
        self.upToW = upToW
        self.mostOffS = mostOffS
        self.leastOnS = leastOnS
        self.zeroBelowW = zeroBelowW
        self.zeroesBound = zeroesBound
        self.limitW = limitW
        self.zeroWhereOff = zeroWhereOff
    }

    package var text: Text {
        var parts: [Text] = []
        if let zero = zeroBelowW.map(Self.watts) {
            parts.append(
                Text(
                    "powers \(zeroesBound ? "up to" : "below") \(zero) are taken as 0",
                    es: "las potencias \(zeroesBound ? "de hasta" : "menores de") \(zero) cuentan como 0"))
        }
        if let limit = limitW.map(Self.watts) {
            parts.append(
                Text("powers over \(limit) as \(limit)", es: "las potencias de más de \(limit), como \(limit)"))
        }
        parts.append(state)
        if zeroWhereOff {
            parts.append(
                Text("powers are 0 where the state is off", es: "las potencias son 0 donde el estado es apagado"))
        }
        return parts.joined(separator: "; ")
    }

    private var state: Text {
        let on = Self.watts(onW)
        var text = Text(
            "on \(isStrict ? "above" : "from") \(on)", es: "encendido \(isStrict ? "por encima de" : "desde") \(on)")
        if let most = upToW.map(Self.watts) { text = text + Text(" up to \(most)", es: " hasta \(most)") }
        if mostOffS > 0 {
            text =
                text
                + Text(
                    ", then times off of at most \(mostOffS) s in between count as on",
                    es: ", luego, apagados intermedios de \(mostOffS) s como máximo cuentan como encendido")
        }
        if leastOnS > 0 {
            text =
                text
                + Text(
                    ", then times on of less than \(leastOnS) s count as off",
                    es: ", luego, encendidos de menos de \(leastOnS) s cuentan como apagado")
        }
        return text
    }

    /// `2000 W`, `4.5 W`.
    private static func watts(_ value: Double) -> Text {
        Text(same: "\(value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : String(value)) W")
    }
}
