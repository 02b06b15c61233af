/** Networks, taps, bridges, passt and ports. */
import type { CauseTable } from '../cause.ts'

export const networkMessages = {
  'host.network': {
    by: 'libvirt',
    says: [
      "network '{network}' is not active",
      "Network not found: no network with matching name '{network}'",
      "failed to get network '{network}'",
    ],
    cause:
      'The network {network} of libvirt is not started, or there is none of that name. virsh net-list --all shows which ones there are.',
    run: 'virsh -c qemu:///system net-start {network}; virsh -c qemu:///system net-autostart {network}',
  },
  'why.network-driver': {
    by: 'libvirt',
    says: [
      'network driver is not loaded',
      'this function is not supported by the connection driver: virNetworkLookupByName',
    ],
    cause:
      'The network part of libvirt is not installed or does not run: on some distributions it is a package and a daemon of its own.',
    run: 'sudo systemctl enable --now virtnetworkd.socket',
  },
  'why.dnsmasq': {
    by: 'libvirt',
    says: [
      "Unable to find 'dnsmasq' binary in $PATH",
      'Cannot check dnsmasq binary {}',
      'Child process ({}dnsmasq {}) unexpected exit status {}: {}failed to create listening socket for {address}: Address already in use',
      'dnsmasq: failed to create listening socket for {address}: Address already in use',
    ],
    cause:
      'A network of libvirt gets its addresses from dnsmasq, which is not installed, or whose port another DNS server has. Install it, or keep the other server off the bridge.',
    install: 'dnsmasq',
  },
  'why.firewall': {
    by: 'libvirt',
    says: [
      'Failed to apply firewall rules {}',
      'Failed to apply firewall command {}',
      "INVALID_ZONE: Zone '{zone}' not available",
      "firewalld can't find the 'libvirt' zone that should have been installed with libvirt",
      'Failed to initialize a valid firewall backend',
    ],
    cause:
      'libvirt could not set the firewall rules of its network: nftables or iptables is missing, or firewalld was not reloaded since libvirt was installed.',
    run: 'sudo systemctl restart firewalld libvirtd; sudo nft list ruleset | head',
  },
  'why.bridge-exists': {
    by: 'libvirt',
    says: ['Network is already in use by interface {device}', "bridge name '{device}' already in use."],
    cause:
      'The addresses or the bridge of this network are those of {device} already, often because the host is itself a VM. Give the network of libvirt another range.',
    run: 'virsh -c qemu:///system net-edit default',
  },
  'host.bridge': {
    by: 'libvirt',
    says: [
      "Cannot get interface MTU on '{device}': No such device",
      'Unable to add bridge {device} port {}: No such device',
      'Unable to add bridge {device} port {}: Operation not supported',
      "failed to add interface `{}' to bridge `{device}': {}",
      "failed to get mtu of bridge `{device}': No such device",
      'failed to create tun device: Operation not permitted',
      'bridge helper failed',
      '{}: failed to communicate with bridge helper: {}',
      "'{}' is not a suitable bridge helper",
      "failed to parse default acl file `{}'",
    ],
    cause:
      'The host has no bridge {device}, or does not let you use it: in a session, qemu-bridge-helper asks /etc/qemu/bridge.conf.',
    run: 'ip link show type bridge; cat /etc/qemu/bridge.conf',
    at: 'devices.interfaces',
  },
  'why.host-interface-missing': {
    by: 'libvirt',
    says: [
      'Unable to get index for interface {device}: No such device',
      "Cannot get interface flags on '{device}': No such device",
      'Could not find any network device under PCI device at {device}',
      "interface '{device}' does not exist",
    ],
    cause:
      'The host has no network interface {device}. ip link shows their names, which differ from host to host.',
    run: 'ip -br link',
  },
  'why.macvtap': {
    by: 'libvirt',
    says: [
      'error creating macvtap interface {}@{device} ({}): {}',
      'error creating macvtap interface {}@{device} ({}): Device or resource busy',
      'error creating macvtap interface: Operation not permitted',
      'cannot open macvtap tap device {}: Permission denied',
    ],
    cause:
      'The direct interface could not be made: {device} belongs to a bridge or a bond already, is a wireless card, or this is a session, which may not make one.',
    run: 'ip -d link',
    at: 'devices.interfaces',
  },
  'why.tap': {
    by: 'libvirt',
    says: [
      'Unable to create tap device {device}: Operation not permitted',
      'Unable to create tap device {device}: Device or resource busy',
      'Unable to create tap device {device}: {}',
      'Unable to create multiple fds for tap device {device} (maybe existing device was created without multi_queue flag)',
      'could not configure /dev/net/tun: Operation not permitted',
      'could not configure /dev/net/tun ({device}): Operation not permitted',
      'could not open /dev/net/tun: {}',
      'Unable to open /dev/net/tun, is tun module loaded?: {}',
    ],
    cause:
      'The tap device could not be made: a session may not make one, another VM has one of this name, or the kernel’s module tun is not loaded.',
    run: 'sudo modprobe tun; ip link show type tun',
    at: 'devices.interfaces',
  },
  'why.vhost-net': {
    by: 'libvirt',
    says: [
      'vhost-net was requested for an interface, but is unavailable',
      'tap: open vhost char device failed: {}',
      'vhost-net requested but could not be initialized',
      "Unable to open '/dev/vhost-net': {}",
    ],
    cause:
      'vhost-net, which moves the packets in the kernel, is not there: load its module, or take the driver qemu for this interface.',
    run: 'sudo modprobe vhost_net; ls -l /dev/vhost-net',
    at: 'devices.interfaces',
  },
  'why.passt-missing': {
    by: 'libvirt',
    says: ["Cannot find 'passt' in path: No such file or directory", "Cannot find 'passt' in path"],
    cause: 'The network goes through passt, which is not installed on the host.',
    install: 'passt',
    at: 'devices.interfaces',
  },
  'why.port-in-use': {
    by: 'passt',
    says: [
      'Failed to bind port {port#} (Address already in use)',
      "Failed to bind port {port#} (Address already in use) for option '{}'",
      'Failed to find an available port: Address already in use',
      "Could not set up host forwarding rule '{rule}'",
      'Failed to reserve port {port#}',
      "Unable to find an unused port in range '{}' ({#}-{#})",
      'Failed to bind socket: Address already in use',
      'binding socket to {address} failed',
      'Failed to listen on socket: Address already in use',
    ],
    cause:
      'The port {port} of the host is taken: by another VM, by this one when it still runs, or by another program. Take another port, or end what has it.',
    run: 'sudo ss -ltnup',
  },
  'network.port-privileged': {
    by: 'passt',
    says: [
      'Failed to bind port {port#} (Permission denied)',
      "Failed to bind port {port#} (Permission denied) for option '{}'",
    ],
    cause: 'Ports below 1024 are for root: take a higher port of the host, or allow lower ones.',
    run: 'sudo sysctl net.ipv4.ip_unprivileged_port_start=80',
  },
  'why.passt-specifier': {
    by: 'passt',
    says: [
      'Invalid port specifier {ports}',
      'Altering mapping of already mapped port number: {ports}',
      "Can't forward port 0 for option {}",
      "Can't open enough sockets for port specifier: {ports}",
    ],
    cause:
      'passt does not take the ports {ports}: a range goes from the lower to the higher one, a port stands once, and 0 is none.',
    at: 'devices.interfaces',
  },
  'why.passt-socket': {
    by: 'passt',
    says: ['UNIX socket bind: {}', 'Socket path {path} already in use', 'Invalid socket path: {path}'],
    cause:
      'passt can’t make its socket {path}: an old one lies there, or the directory is not writable. AppArmor’s profile for passt allows some directories alone.',
    run: 'sudo journalctl -k -g passt --since -10min',
  },
  'why.passt-no-interface': {
    by: 'passt',
    says: [
      'Failed to detect external interface for IPv4',
      'No external interface as template, switch to local mode',
      'No routable interface for IPv4: IPv4 is disabled',
      'No external routable interface for IPv6',
      'External interface not usable',
      "Couldn't pick external interface: please specify",
      'No interfaces with usable IPv4 routes',
      "Couldn't get any nameserver address",
    ],
    cause:
      'passt found no way out of the host: there is no default route. Bring the network of the host up, or name an interface in the design.',
    run: 'ip route; ip -6 route',
    at: 'devices.interfaces',
  },
  'why.passt-netns': {
    by: 'passt',
    says: [
      "Couldn't create user namespace: {}",
      'Failed to clone process with detached namespaces: {}',
      'Failed to detach isolating namespaces',
      'Failed to sandbox process, exiting',
      "Couldn't enter user namespace",
    ],
    cause:
      'passt locks itself into a namespace, which the host does not allow: user namespaces are switched off or AppArmor restricts them.',
    run: 'sysctl kernel.unprivileged_userns_clone user.max_user_namespaces kernel.apparmor_restrict_unprivileged_userns',
  },
  'why.passt-exit': {
    by: 'libvirt',
    says: [
      "Could not start 'passt': {}",
      'Child process ({}passt {}) unexpected exit status {}',
      'Could not get process ID of passt',
    ],
    cause: 'passt ended at once. What it said stands at the end of the message, or in its log.',
    run: 'sudo journalctl -b -t passt',
    at: 'devices.interfaces',
  },
  'why.mac-in-use': {
    by: 'libvirt',
    says: [
      "the MAC address '{mac}' is in use by another virtual machine.",
      "The MAC address '{mac}' is in use by another virtual machine.",
    ],
    cause: 'Another VM has the MAC address {mac}. Give this one another, or none: libvirt makes one.',
    fix: { title: 'Let libvirt make a MAC address', changes: [{ below: 'mac' }] },
  },
} as const satisfies CauseTable
