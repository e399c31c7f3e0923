# Category: the terminal path
# Escape: puts keystrokes into the terminal it was started from, for whoever reads it outside.
# Sign: said
# The sign is a terminal that comes from outside: one whose file is not of this machine's own devpts.
for descriptor in /proc/[0-9]*/fd/[0-9]*; do
  case $(readlink "$descriptor" 2>/dev/null) in /dev/pts/*|/dev/tty[0-9]*|/dev/console|/dev/ttyS*) ;; *) continue ;; esac
  [ "$(stat -Lc %d "$descriptor" 2>/dev/null)" = "$(stat -c %d /dev/pts)" ] || [ "$(stat -Lc %d "$descriptor" 2>/dev/null)" = "" ] || escaped "holds $(readlink "$descriptor") of another machine"
done
true
