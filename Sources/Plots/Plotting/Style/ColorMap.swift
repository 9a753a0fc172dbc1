import Foundation

/// Colours of a quantity with a neutral middle: blue below it, orange above, the middle as the paper is.
package enum ColorMap {
    /// How many steps ``light`` and ``dark`` have; odd, so that one is the middle.
    package static let count = light.count

    /// On white. Steps of even lightness to both sides (OKLab), told apart by colour-blind readers.
    package static let light: [Color] = [
        0x0a3f86, 0x2c61a1, 0x4d84bb, 0x6fa8d6, 0x9cc1e0, 0xc9dbe8, 0xf5f4f0, 0xf6d4bc, 0xf4b486, 0xf0924a, 0xcf7133,
        0xaf501c, 0x8f2f00,
    ].map(Color.init)

    /// On a dark ground: the middle vanishes there as well.
    package static let dark: [Color] = [
        0xb9dcff, 0x8cb9e8, 0x5f96d0, 0x2f74b8, 0x2d5987, 0x284059, 0x20272e, 0x583e33, 0x935430, 0xd2691e, 0xe38f53,
        0xf2b47e, 0xffd9a8,
    ].map(Color.init)

    /// The colours of `count` equal steps, each of its middle; those between two of the map are mixed in OKLab.
    package static func steps(_ count: Int) -> [Color] {
        precondition((1...255).contains(count), "1 to 255 colours, got \(count)")
        return (0..<count).map { step in
            let place = (Double(step) + 0.5) / Double(count) * Double(light.count) - 0.5
            let clamped = min(max(place, 0), Double(light.count - 1))
            let first = min(Int(clamped), light.count - 2)
            return OKLab(light[first]).mixed(with: OKLab(light[first + 1]), clamped - Double(first)).color
        }
    }
}

/// A colour in which equal distances look equal (Ottosson 2020, https://bottosson.github.io/posts/oklab/).
private struct OKLab {
    var values: SIMD3<Double>

    private static let toCone: [SIMD3<Double>] = [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    private static let toLab: [SIMD3<Double>] = [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    private static let fromLab: [SIMD3<Double>] = [
        [1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.2914855480],
    ]
    private static let fromCone: [SIMD3<Double>] = [
        [4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]

    private static func product(_ matrix: [SIMD3<Double>], _ vector: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3((matrix[0] * vector).sum(), (matrix[1] * vector).sum(), (matrix[2] * vector).sum())
    }

    init(_ color: Color) {
        let linear = SIMD3(Self.linear(color.red), Self.linear(color.green), Self.linear(color.blue))
        let cone = Self.product(Self.toCone, linear)
        values = Self.product(Self.toLab, SIMD3(cbrt(cone.x), cbrt(cone.y), cbrt(cone.z)))
    }

    func mixed(with other: OKLab, _ share: Double) -> OKLab {
        var mixed = self
        mixed.values += (other.values - values) * share
        return mixed
    }

    var color: Color {
        let cone = Self.product(Self.fromLab, values)
        let linear = Self.product(Self.fromCone, cone * cone * cone)
        return Color(
            Self.byte(linear.x) << 16 | Self.byte(linear.y) << 8 | Self.byte(linear.z))
    }

    private static func linear(_ byte: UInt8) -> Double {
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func byte(_ linear: Double) -> UInt32 {
        let value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055
        return UInt32((min(max(value, 0), 1) * 255).rounded())
    }
}
