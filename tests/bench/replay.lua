-- SPDX-FileCopyrightText: The Foyer authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sends what is written in a file, each once: a line with the length, then as many bytes.
local requests = {}
local number = 0

function init(arguments)
   local file = assert(io.open(arguments[1], "rb"))
   while true do
      local length = file:read("*l")
      if not length then break end
      requests[#requests + 1] = file:read(tonumber(length))
   end
end

function request()
   number = number % #requests + 1
   return requests[number]
end
