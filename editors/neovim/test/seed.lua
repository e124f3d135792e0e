-- Edits the seed article as a translator does. Run by test.sh, which sets MTLINT, SEEDS and WORK.

local mtlint, seeds, work = os.getenv('MTLINT'), os.getenv('SEEDS'), os.getenv('WORK')
local article, names, other = work .. '/newsweek-iraq.txt', work .. '/names.yaml', work .. '/other.txt'

local function say(format, ...)
  io.stdout:write(format:format(...), '\n')
end

local function fail(format, ...)
  say('FAILED: ' .. format, ...)
  vim.cmd('cquit 1')
end

-- Waits until holds() is true, or fails.
local function await(what, holds)
  if not vim.wait(30000, holds, 20) then
    for _, d in ipairs(vim.diagnostic.get(0)) do
      say('  %d:%d %s', d.lnum + 1, d.col + 1, d.message)
    end
    fail('waited 30 seconds: %s', what)
  end
  say('ok: %s', what)
end

local function line(number)
  return vim.api.nvim_buf_get_lines(0, number - 1, number, true)[1]
end

-- The bytes of a text in its line, at a column of code points or behind it; they start at 0, the end is exclusive.
local function place(number, column, text)
  local skip = vim.str_byteindex(line(number), math.max(column - 2, 0))
  local from, to = line(number):find(text, skip + 1, true)
  if not from then
    fail('%q is not in line %d', text, number)
  end
  return { lnum = number - 1, from = from - 1, to = to }
end

-- Reports whether something overlaps the place that is told as an error or a warning.
local function found(at)
  for _, d in ipairs(vim.diagnostic.get(0, { lnum = at.lnum })) do
    if d.severity <= vim.diagnostic.severity.WARN and d.col < at.to and at.from < d.end_col then
      return true
    end
  end
  return false
end

-- Chooses the code action of a title at a place, as with the keys of the editor.
local function choose(at, title)
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.from })
  local chosen
  vim.ui.select = function(items, options, on_choice)
    for i, item in ipairs(items) do
      local shown = options.format_item and options.format_item(item) or item
      if shown:find(title, 1, true) then
        chosen = shown
        return on_choice(item, i)
      end
    end
    chosen = 'none of ' .. #items
  end
  vim.lsp.buf.code_action()
  await('the menu has the action: ' .. title, function()
    return chosen and chosen:find(title, 1, true) ~= nil
  end)
end

local function run()
  vim.cmd('filetype plugin on')
  require('mtlint').setup({ cmd = { mtlint, 'lsp' } })
  vim.cmd('edit ' .. article)

  local must = {}
  for row in io.lines(seeds .. '/newsweek-iraq.expected.tsv') do
    local number, column, text, _, expect = row:match('^(%d+)\t(%d+)\t([^\t]*)\t([^\t]*)\t([^\t]*)')
    if expect == 'must' then
      table.insert(must, place(tonumber(number), tonumber(column), text))
    end
  end
  if #must ~= 10 then
    fail('%d rows that must be found, want 10', #must)
  end
  await('the ten findings are there', function()
    return #vim.tbl_filter(found, must) == 10
  end)

  local stray = place(27, 378, 'A response')
  local before = line(27)
  choose({ lnum = stray.lnum, from = stray.from }, 'Delete it')
  await('the fix changes the text', function()
    return line(27) ~= before and line(27):find('see any response', 1, true) ~= nil
  end)
  await('its finding goes', function()
    return not found(place(27, 370, 'any response'))
  end)

  local wali = place(31, 1, 'Al-Wali')
  choose(place(31, 4, 'Wali'), 'Accept the name ‘Wali’')
  await('names.yaml has the name', function()
    return vim.loop.fs_stat(names) and table.concat(vim.fn.readfile(names), '\n'):find('Wali', 1, true) ~= nil
  end)
  await('its finding goes', function()
    return not found(wali)
  end)

  vim.api.nvim_win_set_cursor(0, { 9, 0 })
  vim.api.nvim_feedkeys('ISee the the war. ', 'tx', false)
  await('a fault that is typed appears', function()
    return found(place(9, 1, 'the the'))
  end)
  vim.cmd('MtlintFixAll')
  await('all safe fixes mend it', function()
    return line(9):find('See the war. ', 1, true) == 1
  end)
  vim.api.nvim_win_set_cursor(0, { 9, 0 })
  vim.api.nvim_feedkeys('IMind the the gap. ', 'tx', false)
  vim.cmd('MtlintFixAll')
  await('they mend what was typed just before', function()
    return line(9):find('Mind the gap. ', 1, true) == 1
  end)

  vim.cmd('MtlintWorkspace')
  await('linting the workspace lists what is in other files', function()
    return #vim.tbl_filter(function(item)
      return vim.api.nvim_buf_get_name(item.bufnr) == other and item.text:find('written twice', 1, true) ~= nil
    end, vim.fn.getqflist()) == 1
  end)

  local warned
  vim.notify = function(message)
    warned = message
  end
  require('mtlint').setup({ cmd = { work .. '/nowhere', 'lsp' } })
  await('a missing program is told', function()
    return warned and warned:find('nowhere', 1, true) ~= nil
  end)

  vim.cmd('qall!')
end

local ok, err = xpcall(run, debug.traceback)
if not ok then
  fail('%s', err)
end
