" mtlint for ALE: the language server lints articles while they are written.
" Copy this file to ~/.vim/after/plugin/mtlint.vim (Vim) or keep it in a package that is loaded behind ALE.
"
"   let g:mtlint_executable = '/path/to/mtlint'           " default: mtlint
"   let g:mtlint_settings = {'profile': 'web'}            " docs/editors.md lists them

if exists('g:loaded_mtlint') || !exists(':ALEInfo')
  finish
endif
let g:loaded_mtlint = 1

" The directory whose articles belong together: the nearest one above the file with a configuration or a names file, else
" that of the file.
function! s:Root(buffer) abort
  for l:name in ['.mtlint.yaml', 'names.yaml']
    let l:file = ale#path#FindNearestFile(a:buffer, l:name)
    if !empty(l:file)
      return fnamemodify(l:file, ':p:h')
    endif
  endfor
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

for [s:filetype, s:language] in [['text', 'plaintext'], ['markdown', 'markdown'], ['html', 'html']]
  call ale#linter#Define(s:filetype, {
  \   'name': 'mtlint',
  \   'lsp': 'stdio',
  \   'executable': {-> get(g:, 'mtlint_executable', 'mtlint')},
  \   'command': '%e lsp',
  \   'language': s:language,
  \   'project_root': function('s:Root'),
  \   'initialization_options': {-> get(g:, 'mtlint_settings', {})},
  \ })
  " ALE runs no linter on plain text, and none but those of the list where there is one.
  if s:filetype ==# 'text' || has_key(g:ale_linters, s:filetype)
    let g:ale_linters[s:filetype] = get(g:ale_linters, s:filetype, []) + ['mtlint']
  endif
endfor
