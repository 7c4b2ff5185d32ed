-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- mde-clangd in Neovim, without a plugin; from 0.7 on. Put this file into
-- ~/.config/nvim/plugin/, or say `:luafile mde-clangd.lua`.
--
-- Where nvim-lspconfig is there, this one line does it instead:
--   require('lspconfig').clangd.setup { cmd = { 'mde-clangd' } }
-- and in Neovim 0.11 and later:
--   vim.lsp.config('clangd', { cmd = { 'mde-clangd' } }); vim.lsp.enable('clangd')

local marks = { 'compile_commands.json', 'compile_flags.txt', '.clangd', '.clang-tidy', '.git' }

--- The folder above `file` that holds one of the marks, or its own.
local function root_of(file)
  local dir = vim.fn.fnamemodify(file, ':p:h')
  local up = dir
  while true do
    for _, mark in ipairs(marks) do
      if vim.loop.fs_stat(up .. '/' .. mark) then
        return up
      end
    end
    local parent = vim.fn.fnamemodify(up, ':h')
    if parent == up then
      return dir
    end
    up = parent
  end
end

local clients = {} -- by root

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'c', 'cpp' },
  callback = function(event)
    local root = root_of(vim.api.nvim_buf_get_name(event.buf))
    clients[root] = clients[root] or vim.lsp.start_client {
      name = 'mde-clangd',
      cmd = { 'mde-clangd' },
      root_dir = root,
      on_exit = function() clients[root] = nil end,
    }
    if clients[root] then
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end
  end,
})
