/// The parts of a PyTorch module that are the same for every network.
enum PyTorchHelpers {
    static let forward = "aggregate: the whole house's watts, (B, T): B windows of T samples without gaps."
    static let forwardWithClock = forward + " clock: see make_clock()."
    static let output = "Returns the appliance's watts, (B, T)."
    static let outputs = "Returns the appliance's watts and the probability that it is on, (B, T) each."

    /// What an operation calls that PyTorch has no function for.
    static func helper(for kind: NetworkDescription.Kind) -> String? {
        switch kind {
        case .neighbours: neighbours
        case .positions: positions
        case .convolution: convolution
        case .attention: attention
        case .pool: pool
        case .upsample: upsample
        default: nil
        }
    }

    private static let neighbours = """
        def with_neighbours(x, reach):
            \"""Each step's neighbours, then their differences to the step before; the ends go on outside of the window.\"""
            wide = F.pad(x.transpose(1, 2), (reach + 1, reach), mode="replicate").squeeze(1)
            span = 2 * reach + 1
            return torch.cat([wide[:, 1:].unfold(1, span, 1), wide.diff().unfold(1, span, 1)], dim=-1)
        """

    private static let positions = """
        def sinusoids(x):
            \"""Vaswani et al. 2017, section 3.5: the sine at even and the cosine at odd features.\"""
            steps, width = x.shape[1:]
            frequency = torch.exp(torch.arange(0, width, 2, device=x.device) * (-math.log(10000.0) / width))
            angle = torch.arange(steps, device=x.device).unsqueeze(-1) * frequency
            return torch.stack([angle.sin(), angle.cos()], dim=-1).flatten(1)[:, :width]
        """

    private static let convolution = """
        class Convolution(nn.Module):
            \"""Three taps along time, with zeros outside of the window; the weight has the taps side by side.\"""

            def __init__(self, inputs, outputs, dilation):
                super().__init__()
                self.weight = nn.Parameter(torch.empty(outputs, 3 * inputs))
                self.bias = nn.Parameter(torch.empty(outputs))
                self.dilation = dilation

            def forward(self, x):
                weight = self.weight.unflatten(1, (3, -1)).transpose(1, 2)
                return F.conv1d(
                    x.transpose(1, 2), weight, self.bias, padding=self.dilation, dilation=self.dilation
                ).transpose(1, 2)
        """

    private static let attention = """
        def attend(qkv, heads, band=None):
            \"""softmax(Q K^T / sqrt(d)) V of each head; with a band, a query sees the keys at most so many rows away.\"""
            batch, rows, width = qkv.shape
            if rows == 0:
                return qkv[..., : width // 3]
            q, k, v = qkv.reshape(batch, rows, 3, heads, width // 3 // heads).permute(2, 0, 3, 1, 4)
            row = torch.arange(rows, device=qkv.device)
            mask = None if band is None else (row[:, None] - row).abs() <= band
            return F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)
        """

    private static let pool = """
        def pool(x, scale):
            \"""Means of `scale` steps; a tail that does not fill one is left out.\"""
            batch, steps, width = x.shape
            rows = steps // scale
            return x[:, : rows * scale].reshape(batch, rows, scale, width).mean(2)
        """

    private static let upsample = """
        def upsample(x, scale, steps):
            \"""Each row `scale` times, the last one to the end; zeros where there is none.\"""
            if x.shape[1] == 0:
                return x.new_zeros(x.shape[0], steps, x.shape[2])
            step = torch.arange(steps, device=x.device)
            return x[:, (step // scale).clamp(max=x.shape[1] - 1)]
        """

    /// Makes the input `clock`.
    static func clock(_ cycles: [CalendarCycle]) -> String {
        let lengths = cycles.map { String($0.length) }.joined(separator: ", ")
        return """
            def make_clock(second, steps):
                \"""Sine and cosine of each step's place in the \(cycles.map(\.rawValue).joined(separator: ", ")), (1, T, \(2 * cycles.count)).

                second: from Monday's midnight, by the house's clocks, to the window's first step.
                \"""
                at = second + PERIOD * torch.arange(steps, dtype=torch.float64)
                angles = [2 * math.pi * (at % length) / length for length in [\(lengths)]]
                return torch.stack([f(angle) for angle in angles for f in (torch.sin, torch.cos)], dim=-1).float()[None]
            """
    }

    static let loading = """
        def load(path):
            \"""The network with its trained numbers; path: the model's file, or the folder of a run.\"""
            path = os.path.join(path, WEIGHTS) if os.path.isdir(path) else path
            with open(path, "rb") as file:  # safetensors: the head's length, the head, the numbers
                head = json.loads(file.read(int.from_bytes(file.read(8), "little")))
                numbers = bytearray(file.read())
            said = json.loads(head.pop("__metadata__", {}).get("nilm-report", "{}"))
            for key, value in NETWORK.items():
                if said.get(key, value) != value:
                    raise ValueError(f"{path}: holds another network than this module: its {key} is {said[key]}")
            types = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
            network = Network()
            network.load_state_dict({
                name: torch.frombuffer(
                    numbers, dtype=types[entry["dtype"]], count=math.prod(entry["shape"]), offset=entry["data_offsets"][0]
                ).reshape(entry["shape"])
                for name, entry in head.items()
            })
            return network.eval()
        """
}
