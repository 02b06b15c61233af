/** What the rules of network say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const network: Catalogue = {
  'The guest has no display, no serial port, no passed-through device and no SSH login: nobody can reach it. Give it a serial console, a display, or ssh.':
    'Der Gast hat keine Anzeige, keine serielle Schnittstelle, kein durchgereichtes Gerät und keine Anmeldung über SSH: Niemand kann ihn erreichen. Ihm eine serielle Konsole, eine Anzeige oder ssh geben.',
  'Give it a serial console': 'Ihm eine serielle Konsole geben',
  '{1} is no IP address. Correct it, or leave it out: the guest gets one by DHCP.':
    '{1} ist keine IP-Adresse. Berichtigen oder weglassen: Der Gast bekommt eine über DHCP.',
  '{1} is an {2} address, not {3}. Correct it, or leave it out: the guest gets one by DHCP.':
    '{1} ist eine Adresse der Familie {2}, nicht {3}. Berichtigen oder weglassen: Der Gast bekommt eine über DHCP.',
  'The prefix {1} is longer than the address. Correct it, or leave it out: the guest gets one by DHCP.':
    'Das Präfix {1} ist länger als die Adresse. Berichtigen oder weglassen: Der Gast bekommt eine über DHCP.',
  'A user network gives the guest one address of each family; this is the second.':
    'Ein Benutzernetz gibt dem Gast eine Adresse jeder Familie; dies ist die zweite.',
  'Leave the address out': 'Die Adresse weglassen',
  'Remove the second': 'Das Zweite entfernen',
  'A session may use the bridge {1} only when /etc/qemu/bridge.conf has the line “allow {2}” and qemu-bridge-helper is setuid. Set both up, or use qemu:///system.':
    'Eine Sitzung darf die Bridge {1} nur verwenden, wenn in /etc/qemu/bridge.conf die Zeile „allow {2}“ steht und qemu-bridge-helper setuid ist. Beides einrichten oder qemu:///system verwenden.',
  'The interface goes to a bridge of the host, and none is named. Set network.bridge, for example to br0; ip link show type bridge lists them.':
    'Die Schnittstelle führt zu einer Bridge des Hosts, und keine ist genannt. network.bridge setzen, etwa auf br0; ip link show type bridge zählt sie auf.',
  'The interface goes to a bridge of the host, and none is named. Set source.bridge, for example to br0; ip link show type bridge lists them.':
    'Die Schnittstelle führt zu einer Bridge des Hosts, und keine ist genannt. source.bridge setzen, etwa auf br0; ip link show type bridge zählt sie auf.',
  'An interface of type {1} needs a device of the host. Set source.dev, for example to enp1s0; ip link lists them.':
    'Eine Schnittstelle der Art {1} braucht ein Gerät des Hosts. source.dev setzen, etwa auf enp1s0; ip link zählt sie auf.',
  '{1} is for a card of the model virtio or virtio-transitional or virtio-non-transitional or virtio-net; this one is {2}. Leave it out.':
    '{1} ist für eine Karte mit dem Modell virtio, virtio-transitional, virtio-non-transitional oder virtio-net; diese ist {2}. Weglassen.',
  'Leave {1} out': '{1} weglassen',
  '{1} is no IP address; a host name can’t stand here. 127.0.0.1 is this machine alone.':
    '{1} ist keine IP-Adresse; ein Hostname kann hier nicht stehen. 127.0.0.1 ist nur dieser Rechner.',
  'Set it to 127.0.0.1': 'Auf 127.0.0.1 setzen',
  'Only passt forwards ports; with another backend no port opens on the host. Set the backend to passt.':
    'Nur passt leitet Ports weiter; mit einem anderen Backend öffnet sich kein Port auf dem Host. Das Backend auf passt setzen.',
  'Set the backend to passt': 'Das Backend auf passt setzen',
  'An interface of type {1} can’t forward ports: the guest has an address of its own there. Take the type user, or remove the forwards.':
    'Eine Schnittstelle der Art {1} kann keine Ports weiterleiten: Der Gast hat dort eine eigene Adresse. Die Art user nehmen oder die Weiterleitungen entfernen.',
  'Remove the forwards': 'Die Weiterleitungen entfernen',
  'These ports are excluded from the forward, so that they lead nowhere: leave `to` out.':
    'Diese Ports sind von der Weiterleitung ausgenommen und führen nirgendwohin: `to` weglassen.',
  'Leave `to` out': '`to` weglassen',
  'Exclusions alone forward every other port of the host, more than passt can open. Say which ports are forwarded.':
    'Ausnahmen allein leiten jeden anderen Port des Hosts weiter, mehr als passt öffnen kann. Angeben, welche Ports weitergeleitet werden.',
  'Remove the forward': 'Die Weiterleitung entfernen',
  'The user network has 64 bits for an IPv6 network, not {1}.':
    'Das Benutzernetz hat für ein IPv6-Netz 64 Bit, nicht {1}.',
  'Take 64': '64 nehmen',
  '{1} is for a network of the kind {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2} oder {3}; dieses ist {4}. Weglassen.',
  '{1} is for a network of the kind {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2}, {3} oder {4}; dieses ist {5}. Weglassen.',
  '{1} is for a network of the kind {2} or {3} or {4} or {5}; this one is {6}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2}, {3}, {4} oder {5}; dieses ist {6}. Weglassen.',
  '{1} is for a network of the kind {2} or {3} or {4} or {5} or {6}; this one is {7}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2}, {3}, {4}, {5} oder {6}; dieses ist {7}. Weglassen.',
  '{1} is for a network of the kind {2} or {3} or {4} or {5} or {6} or {7}; this one is {8}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2}, {3}, {4}, {5}, {6} oder {7}; dieses ist {8}. Weglassen.',
  '{1} is for a network of the kind {2} or {3} or {4} or {5} or {6} or {7} or {8}; this one is {9}. Leave it out.':
    '{1} ist für ein Netzwerk der Art {2}, {3}, {4}, {5}, {6}, {7} oder {8}; dieses ist {9}. Weglassen.',
  'QEMU has no network of type {1}: that is for VMware or VirtualBox. user needs no rights.':
    'QEMU hat kein Netzwerk der Art {1}: Die ist für VMware oder VirtualBox. user braucht keine Rechte.',
  'Take user': 'user nehmen',
  '{1} is the address of a group: its first pair is odd. Take one that begins with 52:54:00, or leave it out.':
    '{1} ist die Adresse einer Gruppe: Ihr erstes Paar ist ungerade. Eine nehmen, die mit 52:54:00 beginnt, oder weglassen.',
  'Leave the MAC address out': 'Die MAC-Adresse weglassen',
  'The MAC address {1} is that of {2} already. Leave it out, and libvirt makes one up.':
    'Die MAC-Adresse {1} ist schon die von {2}. Weglassen, und libvirt denkt sich eine aus.',
  'QEMU has no network card {1} for a PC. virtio is the fastest, e1000e the one for old guests.':
    'QEMU hat keine Netzwerkkarte {1} für einen PC. virtio ist die schnellste, e1000e die für alte Gäste.',
  'Take virtio': 'virtio nehmen',
  '{1} is no multicast address: those begin with 224 to 239. 239.0.0.1 is one for private use.':
    '{1} ist keine Multicast-Adresse: Die beginnen mit 224 bis 239. 239.0.0.1 ist eine für privaten Gebrauch.',
  'The interface goes to a network of libvirt, and none is named. The usual one is called default.':
    'Die Schnittstelle führt zu einem Netzwerk von libvirt, und keines ist genannt. Das übliche heißt default.',
  'Take the network default': 'Das Netzwerk default nehmen',
  'A session has no network {1}: libvirt makes networks in qemu:///system only. Set the connection of the host to system, or take the mode user.':
    'Eine Sitzung hat kein Netzwerk {1}: libvirt legt Netzwerke nur in qemu:///system an. Die Verbindung des Hosts auf system setzen oder den Modus user nehmen.',
  'Set network.mode to user': 'network.mode auf user setzen',
  'Without a model libvirt takes the slow rtl8139, and a PCI bridge for it on q35. Say virtio.':
    'Ohne Modell nimmt libvirt die langsame rtl8139, und auf q35 dazu eine PCI-Bridge. virtio angeben.',
  'Set the model to virtio': 'Das Modell auf virtio setzen',
  'Port {1} of the host (SSH) is below 1024, which passt may not listen on unless the host allows it (net.ipv4.ip_unprivileged_port_start). Take a higher one such as {2}.':
    'Port {1} des Hosts (SSH) ist unter 1024, und dort darf passt nur lauschen, wenn der Host es erlaubt (net.ipv4.ip_unprivileged_port_start). Einen höheren nehmen, etwa {2}.',
  'Port {1} of the host (the forward {2}) is below 1024, which passt may not listen on unless the host allows it (net.ipv4.ip_unprivileged_port_start). Take a higher one such as {3}.':
    'Port {1} des Hosts (die Weiterleitung {2}) ist unter 1024, und dort darf passt nur lauschen, wenn der Host es erlaubt (net.ipv4.ip_unprivileged_port_start). Einen höheren nehmen, etwa {3}.',
  'Port {1} of the host (the forward of port {2} at {3}) is below 1024, which passt may not listen on unless the host allows it (net.ipv4.ip_unprivileged_port_start). Take a higher one such as {4}.':
    'Port {1} des Hosts (die Weiterleitung von Port {2} bei {3}) ist unter 1024, und dort darf passt nur lauschen, wenn der Host es erlaubt (net.ipv4.ip_unprivileged_port_start). Einen höheren nehmen, etwa {4}.',
  'Use port {1} of the host': 'Port {1} des Hosts verwenden',
  '{1} is no forward. Write the port of the host and that of the guest, each from 1 to 65535, such as 8080:80.':
    '{1} ist keine Weiterleitung. Den Port des Hosts und den des Gastes schreiben, jeder von 1 bis 65535, etwa 8080:80.',
  'Port {1} of the host is taken by SSH already, and the forward {2} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von SSH belegt, und die Weiterleitung {2} will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by SSH already, and the forward of port {2} at {3} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von SSH belegt, und die Weiterleitung von Port {2} bei {3} will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward {2} already, and SSH wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung {2} belegt, und SSH will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward {2} already, and the forward {3} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung {2} belegt, und die Weiterleitung {3} will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward {2} already, and the forward of port {3} at {4} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung {2} belegt, und die Weiterleitung von Port {3} bei {4} will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward of port {2} at {3} already, and SSH wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung von Port {2} bei {3} belegt, und SSH will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward of port {2} at {3} already, and the forward {4} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung von Port {2} bei {3} belegt, und die Weiterleitung {4} will ihn auch. Einen anderen wählen.',
  'Port {1} of the host is taken by the forward of port {2} at {3} already, and the forward of port {4} at {5} wants it too. Choose another.':
    'Port {1} des Hosts ist schon von der Weiterleitung von Port {2} bei {3} belegt, und die Weiterleitung von Port {4} bei {5} will ihn auch. Einen anderen wählen.',
  'rx_queue_size is a power of two from 256 to 1024, {1} is not.':
    'rx_queue_size ist eine Zweierpotenz von 256 bis 1024, {1} ist keine.',
  'tx_queue_size is a power of two from 256 to 1024, {1} is not.':
    'tx_queue_size ist eine Zweierpotenz von 256 bis 1024, {1} ist keine.',
  'Take 512': '512 nehmen',
  'The range goes from port {1} to {2}, backwards. Exchange the two.':
    'Der Bereich geht von Port {1} bis {2}, also rückwärts. Die beiden vertauschen.',
  'Exchange the two': 'Die beiden vertauschen',
  'A send queue has 256 entries; {1} are for vhost-user and vDPA. Leave it out.':
    'Eine Sendewarteschlange hat 256 Einträge; {1} sind für vhost-user und vDPA. Weglassen.',
  'Leave it out': 'Weglassen',
  'A udp network says both ends: local_address and local_port are missing.':
    'Ein Netzwerk der Art udp nennt beide Enden: local_address und local_port fehlen.',
  'The transient card of a team is one passed through from the host, this one is of type {1}.':
    'Die vorübergehende Karte eines Teams ist eine vom Host durchgereichte, diese ist von der Art {1}.',
  'The transient card of a team names the alias of its partner in `persistent`.':
    'Die vorübergehende Karte eines Teams nennt in `persistent` den Alias ihrer Partnerin.',
  'The persistent card of a team is of the model virtio, this one is not said.':
    'Die bleibende Karte eines Teams hat das Modell virtio, bei dieser ist keines angegeben.',
  'The persistent card of a team is of the model virtio, this one is {1}.':
    'Die bleibende Karte eines Teams hat das Modell virtio, diese ist {1}.',
  'Leave the team': 'Das Team verlassen',
  'The process behind a vhost-user card has to see the guest’s memory. Set memory_backing.access to shared.':
    'Der Prozess hinter einer vhost-user-Karte muss den Arbeitsspeicher des Gastes sehen. memory_backing.access auf shared setzen.',
  'Share the memory': 'Den Arbeitsspeicher teilen',
  'A vhost-user card is of the model virtio, this one is {1}.':
    'Eine vhost-user-Karte hat das Modell virtio, diese ist {1}.',
  'An interface of type {1} has no tap device.': 'Eine Schnittstelle der Art {1} hat kein Tap-Gerät.',
  'An interface of type {1} has no vhost device.': 'Eine Schnittstelle der Art {1} hat kein vhost-Gerät.',
  'ssh.port says {1}, and ssh.port_auto says that a free one is chosen. Leave one of them out.':
    'ssh.port nennt {1}, und ssh.port_auto sagt, dass ein freier gewählt wird. Eines davon weglassen.',
  'Keep port {1}': 'Port {1} behalten',
}
