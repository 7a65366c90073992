-- Asks for the page of each host in turn; prints what was counted as one line of figures.
local requests, at = {}, 0

function init(args)
  for host in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", args[2], { Host = host, ["Accept-Encoding"] = args[3] })
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("figures %d %d %d %d %.0f %.0f", summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50), latency:percentile(99)))
end
