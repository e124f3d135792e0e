-- mtlint in Neovim, 0.7 and later: starts the language server for articles.
--
--   require('mtlint').setup()
--
-- Findings are diagnostics, repairs are code actions, the reason of a rule is shown by hover.

local M = {}

local uv = vim.uv or vim.loop

-- What setup() takes, with what holds without it.
local defaults = {
  cmd = { 'mtlint', 'lsp' },
  filetypes = { 'text', 'markdown', 'html' },
  root_markers = { '.mtlint.yaml', 'names.yaml', '.git' },
  settings = {}, -- docs/editors.md lists them: { profile = 'web', sourceLang = 'ar' }
  on_attach = nil, -- function(client, bufnr)
}

-- The names that the protocol has for Neovim's.
local language_ids = { text = 'plaintext' }

local function warn(message)
  vim.notify('mtlint: ' .. message, vim.log.levels.WARN)
end

-- The directory whose articles belong together: the nearest one above the file with a marker, else that of the file.
local function root_of(bufnr, markers)
  local dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':p:h')
  local at = dir
  while true do
    for _, marker in ipairs(markers) do
      if uv.fs_stat(at .. '/' .. marker) then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then
      return dir
    end
    at = above
  end
end

-- What the editor can do, but for asking for diagnostics: the server sends them, of files that are not open, too.
local function capabilities()
  return vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), {
    textDocument = { diagnostic = vim.NIL },
  })
end

-- The configuration of the client, as vim.lsp.start_client takes it.
local function client_config(options)
  local settings = next(options.settings) and options.settings or vim.empty_dict()
  return {
    name = 'mtlint',
    cmd = options.cmd,
    capabilities = capabilities(),
    settings = { mtlint = settings },
    init_options = settings,
    get_language_id = function(_, filetype)
      return language_ids[filetype] or filetype
    end,
    on_attach = options.on_attach,
  }
end

-- The clients that start_client has started, by root: 0.7 has no vim.lsp.start, which remembers them.
local started = {}

local function start_old(config)
  local id = started[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    started[config.root_dir] = id
  end
  if id then
    vim.lsp.buf_attach_client(0, id)
  end
end

-- Starts the server for every article that is opened, and for the buffers that are.
local function start_by_filetype(options)
  local start = vim.lsp.start or start_old
  local function attach()
    if vim.bo.buftype == '' then
      local config = client_config(options)
      config.root_dir = root_of(0, options.root_markers)
      config.workspace_folders = { { uri = vim.uri_from_fname(config.root_dir), name = config.root_dir } }
      start(config)
    end
  end
  local group = vim.api.nvim_create_augroup('mtlint', { clear = true })
  vim.api.nvim_create_autocmd('FileType', { group = group, pattern = options.filetypes, callback = attach })
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.tbl_contains(options.filetypes, vim.bo[bufnr].filetype) then
      vim.api.nvim_buf_call(bufnr, attach)
    end
  end
end

-- From 0.11 on Neovim starts servers itself.
local function start_by_neovim(options)
  local config = client_config(options)
  config.filetypes = options.filetypes
  config.root_dir = function(bufnr, use)
    use(root_of(bufnr, options.root_markers))
  end
  vim.lsp.config('mtlint', config)
  vim.lsp.enable('mtlint')
end

local function clients(bufnr)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = bufnr })
    or vim.tbl_values(vim.lsp.buf_get_clients(bufnr or 0))
  return vim.tbl_filter(function(client)
    return client.name == 'mtlint'
  end, all)
end

-- Has the server execute a command; done is given what it answers.
local function execute(command, arguments, done)
  local bufnr = vim.api.nvim_get_current_buf() -- not 0: before a request of that, 0.7 does not send what was typed last
  local client = clients(bufnr)[1]
  if not client then
    return warn('no article is open here')
  end
  local request = { command = command, arguments = arguments }
  local function answered(err, result)
    if err then
      warn(err.message)
    elseif done then
      done(result)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', request, answered, bufnr)
  else
    client.request('workspace/executeCommand', request, answered, bufnr)
  end
end

-- Makes all safe fixes of this article.
function M.fix_all()
  execute('mtlint.fixAll', { vim.uri_from_bufnr(0) })
end

-- Shows what is broken in this article, in points per 1,000 words.
function M.score()
  execute('mtlint.score', { vim.uri_from_bufnr(0) }, function(score)
    vim.notify(('mtlint: score %.1f in %d words: %d errors, %d warnings, %d infos')
      :format(score.score, score.words, score.errors, score.warnings, score.infos))
  end)
end

-- Lints all articles of the folder and lists what is found in the quickfix window.
function M.lint_workspace()
  execute('mtlint.lintWorkspace', {}, function(total)
    vim.notify(('mtlint: %d articles: %d errors, %d warnings, %d infos')
      :format(total.files, total.errors, total.warnings, total.infos))
    vim.diagnostic.setqflist({ title = 'mtlint' })
  end)
end

-- Starts the language server for articles. Options are those of the table at the top.
function M.setup(options)
  options = vim.tbl_deep_extend('force', defaults, options or {})
  if vim.fn.executable(options.cmd[1]) == 0 then
    return warn(("cannot start '%s': install it, or say where it is: require('mtlint').setup{cmd = {'/path/to/mtlint', 'lsp'}}")
      :format(options.cmd[1]))
  end
  vim.api.nvim_create_user_command('MtlintFixAll', M.fix_all, { desc = 'Make all safe fixes of this article' })
  vim.api.nvim_create_user_command('MtlintScore', M.score, { desc = 'Show what is broken in this article' })
  vim.api.nvim_create_user_command('MtlintWorkspace', M.lint_workspace, { desc = 'Lint all articles of the folder' })
  if vim.lsp.config and vim.lsp.enable then
    start_by_neovim(options)
  else
    start_by_filetype(options)
  end
end

return M
