import Datasets
import Runs

extension TrainingRows {
    /// The rows of the training and validation parts, whose times are `shift` seconds later than they were.
    init(of dataset: Dataset, movedBy shift: Int) {
        let rows = dataset.appliances.map { data in (data.train + data.validation).reduce(0) { $0 + $1.rows } }.max()
        self.init(blockS: RowBlocks.length(rows: rows ?? 0, periodS: dataset.period))
        for data in dataset.appliances {
            var houses: [String] = []
            var blocks: [String: Set<UInt64>] = [:]
            for segment in data.train + data.validation {
                if !houses.contains(segment.house) { houses.append(segment.house) }
                blocks[segment.house, default: []].formUnion(
                    segment.blocks(lengthS: blockS, movedBy: shift).map(\.hash))
            }
            for house in houses { add(house: house, appliance: data.appliance, blocks: blocks[house] ?? []) }
        }
    }

    /// Fit to be shared: without the blocks of rows that are scored. Who has these rows, at times that were moved, could
    /// find by such a block's hash what their times were.
    func shared(beside dataset: Dataset, movedBy shift: Int) -> TrainingRows {
        let scored = dataset.appliances.flatMap(\.test).flatMap { $0.blocks(lengthS: blockS, movedBy: shift) }
        return without(blocks: Set(scored.map(\.hash)))
    }

    /// What was learnt from of rows that are scored.
    struct Found {
        let appliance: String
        /// The scored house, and the one that was learnt from.
        let house: String
        let learnt: String
    }

    /// Where test parts have rows that a model of the appliance learnt from; of a scored house the learnt one that has the
    /// most of its rows.
    func found(in dataset: Dataset, movedBy shift: Int) -> [Found] {
        dataset.appliances.flatMap { data -> [Found] in
            let known = blocks(of: data.appliance)
            var rows: [String: [String: Int]] = [:]
            for segment in data.test {
                for block in segment.blocks(lengthS: blockS, movedBy: shift) {
                    for (house, blocks) in known where blocks.contains(block.hash) {
                        rows[segment.house, default: [:]][house, default: 0] += block.rows
                    }
                }
            }
            return rows.sorted { $0.key < $1.key }.compactMap { house, learnt in
                let most = learnt.max { ($0.value, $1.key) < ($1.value, $0.key) }
                return most.map { Found(appliance: data.appliance, house: house, learnt: $0.key) }
            }
        }
    }
}

extension Segment {
    /// Its blocks, at the times that it had before they were moved by `shift` seconds.
    fileprivate func blocks(lengthS: Int, movedBy shift: Int) -> [RowBlocks.Block] {
        zone == nil
            ? RowBlocks.block(ofWindow: aggregate)
            : RowBlocks.blocks(of: aggregate, start: start - shift, periodS: period, lengthS: lengthS)
    }
}
