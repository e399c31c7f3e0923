#!/bin/bash
# Five services, each with its pages on port 80 and its figures on 9100, all ten ports published. The image proxy is made of
# what is there: perl, which the image api has.
set -euo pipefail
mkdir -p /srv/proxy /srv/service
cat > /srv/service/start <<'START'
mkdir -p /pages /figures
echo "this is $(hostname)" > /pages/index.html
echo "requests_total{service=\"$(hostname)\"} 1" > /figures/metrics
busybox httpd -p 9100 -h /figures
exec busybox httpd -f -p 80 -h /pages
START
cat > proxy <<'PROXY'
#!/usr/bin/perl
# A small reverse proxy on port 80. /etc/proxy/routes, read anew for each request, has lines "/path/ name:port": a request
# for /path/file goes to that name and port as /file. The longest path that fits wins.
use strict; use warnings;
use IO::Socket::INET;
use Socket qw(getaddrinfo unpack_sockaddr_in inet_ntoa SOCK_STREAM AF_INET);
$| = 1;

sub answer { my ($client, $status, $text) = @_;
  print "proxy: $status $text\n";
  print $client "HTTP/1.1 $status\r\nContent-Length: " . (length($text) + 1) . "\r\nConnection: close\r\n\r\n$text\n";
  exit 0;
}
sub routes {
  open my $file, '<', '/etc/proxy/routes' or return ();
  return map { my @f = split; @f == 2 && $f[0] =~ m{^/} ? ($f[0] => $f[1]) : () } <$file>;
}

my $server = IO::Socket::INET->new(LocalPort => 80, Listen => 64, ReuseAddr => 1) or die "cannot listen on 80: $!\n";
$SIG{CHLD} = 'IGNORE';
$SIG{TERM} = $SIG{INT} = sub { exit 0 };
while (my $client = $server->accept) {
  next if fork;
  $SIG{ALRM} = sub { exit 0 };
  alarm 10;
  my ($method, $path) = split ' ', (<$client> // '');
  my @headers;
  while (my $line = <$client>) { last if $line =~ /^\r?$/; push @headers, $line unless $line =~ /^(connection|x-forwarded-for):/i }
  my %routes = routes();
  my ($prefix) = grep { index($path // '', $_) == 0 } sort { length $b <=> length $a } keys %routes;
  answer($client, '404 Not Found', 'no route for ' . ($path // '')) unless defined $prefix;
  my ($name, $port) = split /:/, $routes{$prefix};
  my ($error, @found) = getaddrinfo($name, $port // 80, { family => AF_INET, socktype => SOCK_STREAM });
  answer($client, '502 Bad Gateway', "cannot resolve $name: $error") if $error || !@found;
  my $address = inet_ntoa((unpack_sockaddr_in($found[0]{addr}))[1]);
  my $service = IO::Socket::INET->new(PeerAddr => $address, PeerPort => $port // 80, Timeout => 2)
    or answer($client, '502 Bad Gateway', "cannot connect to $name ($address:" . ($port // 80) . '): ' . ($! || 'timed out'));
  print $service "$method /" . substr($path, length $prefix) . " HTTP/1.1\r\n", @headers,
    'X-Forwarded-For: ' . $client->peerhost . "\r\nConnection: close\r\n\r\n";
  while (sysread $service, my $piece, 65536) { print $client $piece }
  exit 0;
}
PROXY
chmod +x proxy
cat > /srv/proxy/routes <<'ROUTES'
# path    name:port
ROUTES
docker network create "$NET"
n=0
for name in orders prices stock users mails; do
  docker run -d --name "$name" --hostname "$name" --network "$NET" --stop-timeout 1 -p "$BASE$n:80" -p "$BASE$((n + 5)):9100" \
    -v /srv/service:/srv/service:ro web sh /srv/service/start &
  n=$((n + 1))
done
docker run -d --name watch --network "$NET" tools &
docker create --name mould api
docker cp proxy mould:/usr/local/bin/proxy
docker commit -c 'CMD ["/usr/local/bin/proxy"]' -c 'EXPOSE 80' mould proxy
docker rm mould
rm proxy
for _ in 1 2 3 4 5 6; do wait -n; done
