-- Files a request with each call: the same answers from another browser, under another draft. Prints figures as load.lua does.
local body, headers, path, filed = "", {}, "", 0

function init(args)
  path = args[1]
  headers = { Host = args[2], Cookie = args[3], ["Content-Type"] = "application/x-www-form-urlencoded", ["Accept-Encoding"] = args[5] }
  local file = io.open(args[4])
  body = file:read("*a")
  file:close()
  math.randomseed(tonumber(args[6]))
end

function request()
  filed = filed + 1
  local draft = string.format("0198c0de-%04x-7%03x-8%03x-%012x", math.random(0, 65535), math.random(0, 4095), math.random(0, 4095), filed)
  return wrk.format("POST", path, headers, (body:gsub("@DRAFT@", draft)))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("figures %d %d %d %d %.0f %.0f", summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50), latency:percentile(99)))
end
