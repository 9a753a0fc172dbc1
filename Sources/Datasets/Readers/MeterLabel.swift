/// A meter as the labels of a data set name it.
package struct MeterLabel: Equatable, Sendable {
    /// As it stands there: `fridge_freezer`.
    package var label: String
    /// `aggregate`, or the canonical name by which it is asked for: `fridge`.
    package var name: String
    /// Where its readings stand: `channel_12.dat`, `column Appliance1`.
    package var source: String
    /// The path of the file that should have them and is not there.
    package var missingFile: String?
}
