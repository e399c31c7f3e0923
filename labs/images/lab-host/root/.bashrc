PS1='\[\e[1;32m\]root@\h\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]# '
alias ls='ls --color=auto' ll='ls -l' grep='grep --color=auto' ip='ip -color=auto'
export EDITOR=nano HISTSIZE=5000
[ -r /usr/share/bash-completion/bash_completion ] && . /usr/share/bash-completion/bash_completion
# Each command is in the history file at once, with its time: the lab's page lists them when the host is gone.
HISTTIMEFORMAT='%T ' PROMPT_COMMAND='history -a'
