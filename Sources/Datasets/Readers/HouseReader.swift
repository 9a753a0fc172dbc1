/// A data set of houses with meters: what is there, and one house at a time on a grid.
protocol HouseReader {
    /// The numbers of the houses, ascending.
    var houses: [Int] { get }

    /// The canonical names of the appliances of a house that can be read, sorted.
    func appliances(of house: Int) -> [String]

    /// The file that a label of the house names for an appliance, but which is not there; nil if that is not so.
    func missingFile(of appliance: String, in house: Int) -> String?

    /// The house's aggregate and `appliances` (canonical names which it has) on the grid, whose span is the
    /// aggregate's within the days asked for. Several meters of one appliance are added up.
    func read(house: Int, appliances: [String], on grid: Grid) throws(DatasetError) -> HouseData

    /// The paths that `read` reads for them, in a fixed order.
    func files(house: Int, appliances: [String]) -> [String]
}
