"""What must happen in one step in Redis: scripts, each of which it runs alone.

KEYS of all: the room, its seats, its signs of life; of `ANSWER` the answers, too; of `PUT` the
races' bytes and their names in order. `OPEN` has the room and the open rooms.

Source: https://redis.io/docs/latest/develop/programmability/eval-intro/
"""

from optviz.room.store import IDLE, KEPT, LONGEST, PRESENT, ROOMS

NONE = "no room"  # what scripts answer place there is none

# What every script begins with: is the room there? If so, it lives on from now.
ALIVE = f"""
local opened = redis.call('HGET', KEYS[1], 'opened')
if not opened then return '{NONE}' end
local now = tonumber(redis.call('TIME')[1])
local left = math.min({IDLE}, tonumber(opened) + {LONGEST} - now)
if left <= 0 then redis.call('DEL', KEYS[1]) return '{NONE}' end
for i = 1, math.min(#KEYS, 3) do redis.call('EXPIRE', KEYS[i], left) end
local longest = tonumber(opened) + {LONGEST} - now
"""
OPEN = f"""
local now = tonumber(redis.call('TIME')[1])
for _, code in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if redis.call('EXISTS', ARGV[1] .. code) == 0 then redis.call('ZREM', KEYS[2], code) end
end
if redis.call('ZCARD', KEYS[2]) >= {ROOMS} then return 'full' end
if redis.call('EXISTS', KEYS[1]) == 1 then return 'taken' end
redis.call('ZADD', KEYS[2], now, ARGV[2])
redis.call('HSET', KEYS[1], 'opened', now, 'teacher', ARGV[3], 'invite', ARGV[4],
  'text', ARGV[5], 'asked', '')
redis.call('EXPIRE', KEYS[1], {IDLE})
return 'opened'
"""
CHANGE = (
    ALIVE
    + """
if redis.call('HGET', KEYS[1], 'text') ~= ARGV[1] then return 'changed' end
redis.call('HSET', KEYS[1], 'text', ARGV[2], 'asked', ARGV[3])
return 'kept'
"""
)
SEAT = (
    ALIVE
    + """
local seat = redis.call('HGET', KEYS[2], ARGV[1])
if seat then return seat end
local number = redis.call('HLEN', KEYS[2]) + 1
if number > tonumber(ARGV[2]) then return 'full' end
seat = cjson.encode({number = number, name = '', locked = false})
redis.call('HSET', KEYS[2], ARGV[1], seat)
redis.call('EXPIRE', KEYS[2], left)
return seat
"""
)
NAME = (
    ALIVE
    + """
local seat = cjson.decode(redis.call('HGET', KEYS[2], ARGV[1]))
if not seat.locked or ARGV[3] == '1' then
  seat.name = ARGV[2]
  seat.locked = ARGV[3] == '1'
  redis.call('HSET', KEYS[2], ARGV[1], cjson.encode(seat))
end
return cjson.encode(seat)
"""
)
SIGN = (
    ALIVE
    + """
local new = redis.call('ZADD', KEYS[3], now, ARGV[1])
redis.call('EXPIRE', KEYS[3], left)
return new
"""
)
PRESENT_NOW = (
    ALIVE
    + f"""
return redis.call('ZCOUNT', KEYS[3], '(' .. (now - {PRESENT}), '+inf')
"""
)
ANSWER = (
    ALIVE
    + """
if redis.call('HGET', KEYS[1], 'asked') ~= ARGV[1] then return 'closed' end
local most, before = tonumber(ARGV[4]), redis.call('HGET', KEYS[4], ARGV[2])
if most > 0 and not before and redis.call('HLEN', KEYS[4]) >= most then return 'closed' end
if before and cjson.decode(before).at > cjson.decode(ARGV[3]).at then return before end
redis.call('HSET', KEYS[4], ARGV[2], ARGV[3])
redis.call('EXPIRE', KEYS[4], longest)
return ARGV[3]
"""
)
PUT = (
    ALIVE
    + f"""
redis.call('HSET', KEYS[4], ARGV[1], ARGV[2])
redis.call('LREM', KEYS[5], 0, ARGV[1])
redis.call('RPUSH', KEYS[5], ARGV[1])
while redis.call('LLEN', KEYS[5]) > {KEPT} do
  redis.call('HDEL', KEYS[4], redis.call('LPOP', KEYS[5]))
end
redis.call('EXPIRE', KEYS[4], longest)
redis.call('EXPIRE', KEYS[5], longest)
return 'kept'
"""
)
