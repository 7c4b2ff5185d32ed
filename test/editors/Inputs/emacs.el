;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
;;
;; emacs --batch -l emacs.el: what a person would do in Eglot, and what they would
;; see.  MDE_CONFIG names the configuration that people are given.

(require 'package)
(package-initialize)
(require 'eglot)
(load (getenv "MDE_CONFIG") nil t)
(setq eglot-connect-timeout 60 make-backup-files nil create-lockfiles nil)

(defun say (format &rest arguments)
  (princ (concat (apply #'format format arguments) "\n")))

(defun kind-of (d)
  (pcase (flymake-diagnostic-type d)
    ('eglot-error "error") ('eglot-warning "warning") ('eglot-note "note") (other (format "%s" other))))

(defun problems ()
  (seq-remove (lambda (d) (equal "note" (kind-of d))) (flymake-diagnostics)))

(defun expect (what count)
  "Waits until COUNT problems are shown, and prints all."
  ;; Without a person at the keyboard Emacs is never idle, and sends no change.
  (eglot--signal-textDocument/didChange)
  (let ((end (+ (float-time) 60)))
    (while (and (< (float-time) end)
                (or (/= count (length (problems))) (not shown)))
      (accept-process-output nil 0.1)))
  (say "== %s" what)
  (dolist (d (flymake-diagnostics))
    (say "%s %d: %s" (kind-of d) (line-number-at-pos (flymake-diagnostic-beg d)) (flymake-diagnostic-text d)))
  (unless (= count (length (problems)))
    (say "not as expected")
    (kill-emacs 1)))

(defvar shown nil "Whether the server has shown anything.")
(advice-add 'eglot-handle-notification :after
            (lambda (_server method &rest _)
              (when (eq method 'textDocument/publishDiagnostics) (setq shown t))))

(defun exchange (old new)
  (goto-char (point-min))
  (search-forward old)
  (replace-match new t t)
  (setq shown nil))

(find-file "a.cpp")
(say "server: %s" (cadddr (eglot--guess-contact)))
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(flymake-start)
(expect "open" 1)

;; The quick fix, as M-x eglot-code-actions would apply it.
(let ((d (car (problems))))
  (dolist (action (append (eglot-code-actions (flymake-diagnostic-beg d) (flymake-diagnostic-end d)
                                              "quickfix")
                          nil))
    (say "action: %s" (plist-get action :title))
    (when (eq t (plist-get action :isPreferred))
      (eglot--apply-workspace-edit (plist-get action :edit))
      (setq shown nil))))
(expect "fix" 0)
(say "%s" (buffer-string))

(exchange "MdePartner-Contoso" "Contoso")
(expect "edit" 1)
(exchange "\"Contoso-" "\"MdePartner-Contoso-")
(expect "edit back" 0)
(eglot-shutdown (eglot-current-server))
(set-buffer-modified-p nil)
