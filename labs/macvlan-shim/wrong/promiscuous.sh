#!/bin/bash
#@ fails host reaches
#@ fails neighbours macvlan
# What is often told first: eth0 takes in every frame. The frame that it needs never comes.
set -euo pipefail
ip link set eth0 promisc on
