# Holds the terminal of a shell and passes on only as much of its output as it has credit for. It is the program of a
# `docker exec -t`; the keeper of the shells is at the other end (server/terminal/credit.ts). Downwards: a greeting, then what
# the shell prints, as it is. Upwards: what was typed; after a byte FF one more follows, 00 for an FF that was typed, n for n
# blocks of credit.
use strict;
use Errno qw(EINTR EAGAIN);
use POSIX ();

my ($TCGETS, $TCSETS, $SCTTY, $GWINSZ, $SWINSZ, $GPTN, $SPTLCK) =
  (0x5401, 0x5402, 0x540E, 0x5413, 0x5414, 0x80045430, 0x40045431);
my ($CHLD, $WINCH) = (POSIX::SIGCHLD(), 28);
my $BLOCK = 4096;
# Typed bytes that wait for the shell, and the most that is read at once.
my ($HELD, $MOST) = (16384, 32768);
# More than this at once is a paste.
my $KEYS = 256;
# The most that the kernel prints for a byte typed: an erasure, which is three.
my $ECHO = 3;
# Echo that may be under way at once: the kernel keeps 3800 bytes for which it finds no room. And how long to wait for it, in
# seconds, since some bytes have less of it than is expected.
my ($ROOM, $PATIENCE) = (3072, 0.2);
my $ECHO_FLAG = 0x8;
my $credit = pop;
my $greeting = pop;
my @shell = @ARGV;

sysopen my $ptm, '/dev/ptmx', POSIX::O_RDWR() | POSIX::O_NOCTTY() or die "ptmx: $!\n";
my ($unlock, $number) = (pack('i', 0), pack('i', 0));
ioctl $ptm, $SPTLCK, $unlock or die "unlock: $!\n";
ioctl $ptm, $GPTN, $number or die "number: $!\n";
my $pts = '/dev/pts/' . unpack 'i', $number;

my $settings = "\0" x 64;
ioctl STDIN, $TCGETS, $settings or die "settings: $!\n";
sub resize { my $size = "\0" x 8; ioctl STDIN, $GWINSZ, $size and ioctl $ptm, $SWINSZ, $size }
resize();

# Signals to select on, since a handler can miss the moment before it.
my $set = POSIX::SigSet->new($CHLD, $WINCH);
POSIX::sigprocmask(POSIX::SIG_BLOCK(), $set);
my $signalfd4 = (POSIX::uname())[4] eq 'aarch64' ? 74 : 289;
my $fd = syscall $signalfd4, -1, pack('Q', 1 << ($CHLD - 1) | 1 << ($WINCH - 1)), 8, POSIX::O_NONBLOCK() | 0x80000;
open my $signals, '<&=', $fd or die "signals: $!\n";

my $pid = fork // die "fork: $!\n";
if (!$pid) {
  POSIX::sigprocmask(POSIX::SIG_UNBLOCK(), $set);
  POSIX::setsid();
  sysopen my $tty, $pts, POSIX::O_RDWR() or die "$pts: $!\n";
  ioctl $tty, $SCTTY, 0;
  ioctl $tty, $TCSETS, $settings;
  POSIX::dup2(fileno $tty, $_) for 0 .. 2;
  exec { $shell[0] } @shell or POSIX::_exit(127);
}

# Raw, as cfmakeraw(3) does it.
my ($input, $output, $control, $local, $rest) = unpack 'I4 a*', $settings;
my $raw = pack 'I4 a*', $input & ~0x5EB, $output & ~0x1, $control & ~0x130 | 0x30, $local & ~0x804B, $rest;
ioctl STDIN, $TCSETS, $raw;
fcntl $_, POSIX::F_SETFL(), POSIX::O_NONBLOCK() | fcntl $_, POSIX::F_GETFL(), 0 for \*STDIN, \*STDOUT, $ptm;

# Undefined at the end of a file.
sub more {
  my ($file, $most) = @_;
  my $count = sysread $file, my $bytes, $most;
  return $count ? $bytes : !defined $count && ($! == EAGAIN || $! == EINTR) ? '' : undef;
}

# What went out, of the most that may.
sub pass {
  my $count = syswrite($_[0], $_[1], $_[2]) || 0;
  return substr $_[1], 0, $count, '';
}

# $due: echo that is still to come. $echo: what may be fetched of it without credit.
my ($in, $out, $echo, $due, $escaped, $ended, $status) = ('', $greeting, 0, 0, 0, 0, 0);
sub typed {
  my ($bytes) = @_;
  if (!$escaped && index($bytes, "\xFF") < 0) { $in .= $bytes; return }
  for my $byte (split //, $bytes) {
    if ($escaped && $byte ne "\0") { $credit += $BLOCK * ord $byte; $escaped = 0 }
    elsif ($escaped) { $in .= "\xFF"; $escaped = 0 }
    elsif ($byte eq "\xFF") { $escaped = 1 }
    else { $in .= $byte }
  }
}

# The kernel drops the echo of typed bytes when there is no room for it. So a paste waits until what was fetched has gone
# out and most of its own echo has been fetched, and echo is fetched even without credit.
sub passable { $in ne '' && ($out eq '' && $due < $ROOM || length $in <= $KEYS) }

# What the kernel prints for typed bytes: a line's end and the name of a control key are two.
sub echo_of {
  my ($typed) = @_;
  my $now = "\0" x 64;
  ioctl $ptm, $TCGETS, $now and (unpack 'I4', $now)[3] & $ECHO_FLAG or return 0;
  return length($typed) + ($typed =~ tr/\0-\x1F\x7F//);
}

while (1) {
  # Behind input that the shell does not read, credit cannot be heard of: then output goes on without.
  my $deaf = length $in >= $HELD;
  my $most = $credit > 0 ? $credit : $deaf ? $MOST : $echo;
  my $wanted = $out eq '' && $most > 0;
  my ($readable, $writable) = ('', '');
  vec($readable, 0, 1) = 1 unless $deaf;
  vec($readable, fileno $signals, 1) = 1;
  vec($readable, fileno $ptm, 1) = 1 if $wanted;
  vec($writable, 1, 1) = 1 if $out ne '';
  vec($writable, fileno $ptm, 1) = 1 if passable();
  my $patience = !$wanted ? undef : $ended ? 0 : $due >= $ROOM ? $PATIENCE : undef;
  my $ready = select $readable, $writable, undef, $patience;
  next if $ready < 0;
  $due = 0 if !$ready;
  if (vec $readable, fileno $signals, 1) {
    sysread $signals, my $which, 1024;
    resize();
    ($ended, $status) = (1, $?) if waitpid($pid, POSIX::WNOHANG()) > 0;
  }
  typed(more(\*STDIN, $HELD) // exit 129) if vec $readable, 0, 1;
  if ($wanted && ($ended || vec $readable, fileno $ptm, 1)) {
    my $bytes = more($ptm, $most < $MOST ? $most : $MOST);
    # Nobody has the terminal open: what is left is to wait for the shell.
    if (!defined $bytes && !$ended) { waitpid $pid, 0; $status = $? }
    last if !defined $bytes || $ended && $bytes eq '';
    my $count = length($out = $bytes);
    $credit -= $count;
    $echo -= $count;
    $due = $count < $due ? $due - $count : 0;
  }
  pass(\*STDOUT, $out, $MOST) if $out ne '';
  my $typed = passable() ? pass($ptm, $in, $BLOCK / 4) : '';
  $due += echo_of($typed) if $typed ne '';
  $echo = $credit > 0 ? 0 : ($echo > 0 ? $echo : 0) + $ECHO * length $typed;
}
exit($status & 127 ? 128 + ($status & 127) : $status >> 8);
