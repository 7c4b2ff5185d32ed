-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- nvim --headless --clean -c 'luafile neovim.lua': what a person would do, and what
-- they would see. MDE_CONFIG names the configuration that people are given.

local function say(text) io.stdout:write(text .. '\n') end

local function finish(code)
  io.stdout:flush()
  vim.cmd(code == 0 and 'qall!' or 'cquit!')
end

--- Waits until the diagnostics are as wanted.
local function expect(what, wanted)
  local ok = vim.wait(60000, function() return wanted(vim.diagnostic.get(0)) end, 50)
  say('== ' .. what)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    say(string.format('%d:%d: %s [%s]', d.lnum + 1, d.col + 1, d.message, d.code or d.source or ''))
    local lsp = d.user_data and d.user_data.lsp
    for _, r in ipairs(lsp and lsp.relatedInformation or {}) do
      say(string.format('  %s:%d: %s', vim.fn.fnamemodify(vim.uri_to_fname(r.location.uri), ':t'),
        r.location.range.start.line + 1, r.message))
    end
  end
  if not ok then
    say('not as expected')
    finish(1)
  end
end

local function one(diagnostics) return #diagnostics == 1 end
local function none(diagnostics) return #diagnostics == 0 end

local function replace(old, new)
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  for i, line in ipairs(lines) do
    local from, to = line:find(old, 1, true)
    if from then
      vim.api.nvim_buf_set_lines(0, i - 1, i, false, { line:sub(1, from - 1) .. new .. line:sub(to + 1) })
      return
    end
  end
  say('no line holds ' .. old)
  finish(1)
end

vim.cmd('luafile ' .. vim.env.MDE_CONFIG)
vim.cmd('filetype on')
vim.cmd('edit a.cpp')
expect('open', one)

-- The quick fix, as vim.lsp.buf.code_action() would apply it.
local d = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { d.lnum + 1, d.col })
local parameters = vim.lsp.util.make_range_params()
parameters.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', parameters, 60000) or {}) do
  for _, action in ipairs(answer.result or {}) do
    say('action: ' .. action.title)
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end
end
expect('fix', none)
for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
  say('| ' .. line)
end

-- Typing on.
replace('MdePartner-Contoso', 'Contoso')
expect('edit', one)
replace('"Contoso-', '"MdePartner-Contoso-')
expect('edit back', none)
finish(0)
