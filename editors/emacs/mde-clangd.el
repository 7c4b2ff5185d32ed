;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
;;
;; mde-clangd in Emacs, through Eglot: a part of Emacs from 29 on, Debian's package
;; elpa-eglot or GNU ELPA's `eglot' before.  Add these lines to ~/.emacs, or load this
;; file from there.
;;
;; With lsp-mode, this line does it instead:
;;   (setq lsp-clients-clangd-executable "mde-clangd")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((c-mode c++-mode c-ts-mode c++-ts-mode) . ("mde-clangd"))))
(dolist (hook '(c-mode-hook c++-mode-hook c-ts-mode-hook c++-ts-mode-hook))
  (add-hook hook 'eglot-ensure))
