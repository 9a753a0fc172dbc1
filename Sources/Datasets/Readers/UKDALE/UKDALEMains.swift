/// Which file the whole house's power is read from in UK-DALE's layout.
package enum UKDALEMains: String, CaseIterable, Sendable {
    /// The aggregate's channels of labels.dat: apparent power every 6 s. Most published scores are of these.
    case channel
    /// mains.dat: active power every second, of houses 1, 2 and 5.
    case file
}
