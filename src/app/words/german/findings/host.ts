/** What the rules of host say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const host: Catalogue = {
  'The host starts its screen on {1}, and the firmware may leave a ROM behind that shows nothing in the guest. If the guest stays dark, give it a file of the ROM: the bundle then brings dump-vbios.sh, which reads it from the card.':
    'Der Host startet seinen Bildschirm auf {1}, und die Firmware hinterlässt vielleicht ein ROM, das im Gast nichts zeigt. Bleibt der Gast dunkel, ihm das ROM als Datei geben: Das Bündel bringt dann dump-vbios.sh mit, das es aus der Karte liest.',
  'Show the guest a file of its ROM': 'Dem Gast das ROM als Datei zeigen',
  'The host has no bridge {1}; it has {2}. A network card itself is no bridge: put it on one, or use direct.':
    'Der Host hat keine Bridge {1}; er hat {2}. Eine Netzwerkkarte selbst ist keine Bridge: sie an eine hängen oder direct benutzen.',
  'The host has no bridge {1}. A network card itself is no bridge: put it on one, or use direct.':
    'Der Host hat keine Bridge {1}. Eine Netzwerkkarte selbst ist keine Bridge: sie an eine hängen oder direct benutzen.',
  'A session may use the bridges that /etc/qemu/bridge.conf names, and {1} is not among them. Add the line: allow {2}':
    'Eine Session darf die Bridges benutzen, die /etc/qemu/bridge.conf nennt, und {1} ist nicht darunter. Diese Zeile hinzufügen: allow {2}',
  'A session plugs into the bridge {1} by qemu-bridge-helper, which the host does not have. Install it, or set the connection of the host to system.':
    'Eine Session kommt über qemu-bridge-helper an die Bridge {1}, und den hat der Host nicht. Installieren oder die Verbindung des Hosts auf system setzen.',
  'The processor of the host can’t be a {1}; {2} is one that it can be. host-model takes what it has.':
    'Der Prozessor des Hosts kann kein {1} sein; {2} kann er sein. host-model nimmt, was er hat.',
  'The processor of the host can’t be a {1}. host-model takes what it has.':
    'Der Prozessor des Hosts kann kein {1} sein. host-model nimmt, was er hat.',
  'Set the CPU mode to {1}': 'Den CPU-Modus auf {1} setzen',
  'The host uses {1}: default route. It loses that as long as the guest runs.':
    'Der Host benutzt {1}: Standardroute. Das verliert er, solange der Gast läuft.',
  'The host uses {1}: display. It loses that as long as the guest runs.':
    'Der Host benutzt {1}: Bildschirm. Das verliert er, solange der Gast läuft.',
  'The host uses {1}: mounted at {2}. It loses that as long as the guest runs.':
    'Der Host benutzt {1}: eingehängt unter {2}. Das verliert er, solange der Gast läuft.',
  'The host uses {1}: {2}. It loses that as long as the guest runs.':
    'Der Host benutzt {1}: {2}. Das verliert er, solange der Gast läuft.',
  'The host uses {1}: default route. The host has its own system on it and stops when the guest starts.':
    'Der Host benutzt {1}: Standardroute. Der Host hat sein eigenes System darauf und bleibt stehen, wenn der Gast startet.',
  'The host uses {1}: display. The host has its own system on it and stops when the guest starts.':
    'Der Host benutzt {1}: Bildschirm. Der Host hat sein eigenes System darauf und bleibt stehen, wenn der Gast startet.',
  'The host uses {1}: mounted at {2}. The host has its own system on it and stops when the guest starts.':
    'Der Host benutzt {1}: eingehängt unter {2}. Der Host hat sein eigenes System darauf und bleibt stehen, wenn der Gast startet.',
  'The host uses {1}: {2}. The host has its own system on it and stops when the guest starts.':
    'Der Host benutzt {1}: {2}. Der Host hat sein eigenes System darauf und bleibt stehen, wenn der Gast startet.',
  'Leave the device with the host': 'Das Gerät dem Host lassen',
  'The host has no PCI function {1}. It may have moved when a card was added: look at the list of devices.':
    'Der Host hat keine PCI-Funktion {1}. Vielleicht ist sie gewandert, als eine Karte dazukam: in der Liste der Geräte nachsehen.',
  'The host has no PCI function {1}. A card on its bus can make virtual functions, which are not made yet: write their number into sriov_numvfs.':
    'Der Host hat keine PCI-Funktion {1}. Eine Karte an ihrem Bus kann virtuelle Funktionen anlegen, die es noch nicht gibt: ihre Zahl in sriov_numvfs schreiben.',
  'Remove the device': 'Das Gerät entfernen',
  'The host has {1} mounted at {2}. A guest that writes to it at the same time destroys the file system.':
    'Der Host hat {1} unter {2} eingehängt. Ein Gast, der zugleich darauf schreibt, zerstört das Dateisystem.',
  'There is no /dev/kvm that you may use, so the guest is emulated, many times slower: switch virtualization on in the firmware, load the module kvm, or join the group kvm. Then read the host again.':
    'Es gibt kein /dev/kvm, das Sie benutzen dürfen, also wird der Gast emuliert, um ein Vielfaches langsamer: in der Firmware die Virtualisierung einschalten, das Modul kvm laden oder der Gruppe kvm beitreten. Dann den Host neu einlesen.',
  'The emulator runs on CPU {1}, on the core of vCPU {2}. Give it a core that no vCPU has.':
    'Der Emulator läuft auf CPU {1}, auf dem Kern von vCPU {2}. Ihm einen Kern geben, den keine vCPU hat.',
  'I/O thread {1} runs on CPU {2}, on the core of vCPU {3}. Give it a core that no vCPU has.':
    'Der I/O-Thread {1} läuft auf CPU {2}, auf dem Kern von vCPU {3}. Ihm einen Kern geben, den keine vCPU hat.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. This memory belongs to the chipset, and the host needs it.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Dieser Speicher gehört zum Chipsatz, und der Host braucht ihn.',
  '{1} can’t go to a guest. This memory belongs to the chipset, and the host needs it.':
    '{1} kann nicht an einen Gast gehen. Dieser Speicher gehört zum Chipsatz, und der Host braucht ihn.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. This memory controller belongs to the chipset, and the host needs it.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Dieser Speichercontroller gehört zum Chipsatz, und der Host braucht ihn.',
  '{1} can’t go to a guest. This memory controller belongs to the chipset, and the host needs it.':
    '{1} kann nicht an einen Gast gehen. Dieser Speichercontroller gehört zum Chipsatz, und der Host braucht ihn.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. A host bridge joins the processor to PCI; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Eine Host-Bridge verbindet den Prozessor mit PCI; sie bleibt beim Host.',
  '{1} can’t go to a guest. A host bridge joins the processor to PCI; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Eine Host-Bridge verbindet den Prozessor mit PCI; sie bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The ISA bridge carries the firmware, the clock and the legacy devices of the mainboard; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. An der ISA-Bridge hängen die Firmware, die Uhr und die Altgeräte des Mainboards; sie bleibt beim Host.',
  '{1} can’t go to a guest. The ISA bridge carries the firmware, the clock and the legacy devices of the mainboard; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. An der ISA-Bridge hängen die Firmware, die Uhr und die Altgeräte des Mainboards; sie bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. A PCI bridge carries the devices behind it; it stays with the host, and those devices can go without it.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. An einer PCI-Bridge hängen die Geräte hinter ihr; sie bleibt beim Host, und diese Geräte gehen ohne sie.',
  '{1} can’t go to a guest. A PCI bridge carries the devices behind it; it stays with the host, and those devices can go without it.':
    '{1} kann nicht an einen Gast gehen. An einer PCI-Bridge hängen die Geräte hinter ihr; sie bleibt beim Host, und diese Geräte gehen ohne sie.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. A CardBus bridge carries the cards behind it; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. An einer CardBus-Bridge hängen die Karten hinter ihr; sie bleibt beim Host.',
  '{1} can’t go to a guest. A CardBus bridge carries the cards behind it; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. An einer CardBus-Bridge hängen die Karten hinter ihr; sie bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The management engine of the mainboard talks through this; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Hierüber spricht die Management Engine des Mainboards; es bleibt beim Host.',
  '{1} can’t go to a guest. The management engine of the mainboard talks through this; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Hierüber spricht die Management Engine des Mainboards; es bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The interrupt controller of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Der Interrupt-Controller des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. The interrupt controller of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Der Interrupt-Controller des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The DMA controller of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Der DMA-Controller des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. The DMA controller of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Der DMA-Controller des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The timer of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Der Timer des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. The timer of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Der Timer des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The clock of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Die Uhr des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. The clock of the mainboard stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Uhr des Mainboards bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The IOMMU is what makes passing devices possible; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Erst die IOMMU macht das Durchreichen möglich; sie bleibt beim Host.',
  '{1} can’t go to a guest. The IOMMU is what makes passing devices possible; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Erst die IOMMU macht das Durchreichen möglich; sie bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. The SMBus reads the sensors and memory modules of the mainboard; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Der SMBus liest die Sensoren und Speichermodule des Mainboards; er bleibt beim Host.',
  '{1} can’t go to a guest. The SMBus reads the sensors and memory modules of the mainboard; it stays with the host.':
    '{1} kann nicht an einen Gast gehen. Der SMBus liest die Sensoren und Speichermodule des Mainboards; er bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all. A bridge stays with the host.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht. Eine Bridge bleibt beim Host.',
  '{1} can’t go to a guest. A bridge stays with the host.':
    '{1} kann nicht an einen Gast gehen. Eine Bridge bleibt beim Host.',
  '{1} can’t go to a guest. Group {2} is not viable: the {3} is in it, and a group goes to a guest as a whole or not at all.':
    '{1} kann nicht an einen Gast gehen. Die Gruppe {2} lässt sich nicht durchreichen: {3} ist darin, und eine Gruppe geht ganz an einen Gast oder gar nicht.',
  '{1} can’t go to a guest. Nothing in this group can go to a guest.':
    '{1} kann nicht an einen Gast gehen. Nichts in dieser Gruppe kann an einen Gast gehen.',
  'IOMMU group {1} goes to a guest as a whole: {2} is in it too, driven by the host. libvirt: “group {3} is not viable”. Give it along, beside {4}.':
    'Die IOMMU-Gruppe {1} geht nur ganz an einen Gast: Auch {2} ist darin, unter einem Treiber des Hosts. libvirt: „group {3} is not viable“. Mitgeben, neben {4}.',
  'IOMMU group {1} goes to a guest as a whole: {2} are in it too, driven by the host. libvirt: “group {3} is not viable”. Give them along, beside {4}.':
    'Die IOMMU-Gruppe {1} geht nur ganz an einen Gast: Auch {2} sind darin, unter Treibern des Hosts. libvirt: „group {3} is not viable“. Mitgeben, neben {4}.',
  'Give the rest of group {1} too': 'Auch den Rest der Gruppe {1} geben',
  'QEMU of qemu:///system runs as another user and may not enter {1}. Put the image into /var/lib/libvirt/images, let it in (setfacl -m u:libvirt-qemu:x {2}), or use qemu:///session.':
    'QEMU von qemu:///system läuft als anderer Benutzer und darf vielleicht nicht in {1}. Das Abbild nach /var/lib/libvirt/images legen, QEMU hineinlassen (setfacl -m u:libvirt-qemu:x {2}) oder qemu:///session benutzen.',
  'The guest needs {1} pages of {2} KiB on node {3}, {4} are free. Make them: virsh allocpages --pagesize {5} --pagecount {6} --cellno {7}. At the start of the host there is room for them: hugepages={8} on the kernel command line.':
    'Der Gast braucht {1} Seiten zu {2} KiB auf Knoten {3}, {4} sind frei. Anlegen: virsh allocpages --pagesize {5} --pagecount {6} --cellno {7}. Beim Start des Hosts ist Platz dafür: hugepages={8} auf der Kernel-Kommandozeile.',
  'The guest needs {1} pages of {2} KiB, {3} are free. Make them: virsh allocpages --pagesize {4} --pagecount {5} --all. At the start of the host there is room for them: hugepages={6} on the kernel command line.':
    'Der Gast braucht {1} Seiten zu {2} KiB, {3} sind frei. Anlegen: virsh allocpages --pagesize {4} --pagecount {5} --all. Beim Start des Hosts ist Platz dafür: hugepages={6} auf der Kernel-Kommandozeile.',
  'The IOMMU of the host is off, and VFIO needs it. Switch it on in the firmware (VT-d, AMD-Vi) and add intel_iommu=on to the kernel command line, and start the host anew.':
    'Die IOMMU des Hosts ist aus, und VFIO braucht sie. In der Firmware einschalten (VT-d, AMD-Vi), intel_iommu=on in die Kernel-Kommandozeile schreiben und den Host neu starten.',
  'The IOMMU of the host is off, and VFIO needs it. Switch it on in the firmware (VT-d, AMD-Vi), and start the host anew.':
    'Die IOMMU des Hosts ist aus, und VFIO braucht sie. In der Firmware einschalten (VT-d, AMD-Vi) und den Host neu starten.',
  'KVM runs guests of the host’s own architecture: {1} does not run {2}. Emulate it, which is slow.':
    'KVM lässt nur Gäste der Architektur des Hosts laufen: {1} kann {2} nicht. Emulieren, was langsam ist.',
  'There is no /dev/kvm that you may use: switch virtualization on in the firmware, load the module kvm, or join the group kvm. Without it the guest is emulated, which is slow.':
    'Es gibt kein /dev/kvm, das Sie benutzen dürfen: in der Firmware die Virtualisierung einschalten, das Modul kvm laden oder der Gruppe kvm beitreten. Ohne das wird der Gast emuliert, was langsam ist.',
  'Emulate the processor': 'Den Prozessor emulieren',
  'The QEMU of the host has no machine {1}; {2} is there. A name without a version travels between hosts.':
    'Das QEMU des Hosts hat keine Maschine {1}; {2} ist da. Ein Name ohne Version taugt für mehrere Hosts.',
  'The QEMU of the host has no machine {1}. A name without a version travels between hosts.':
    'Das QEMU des Hosts hat keine Maschine {1}. Ein Name ohne Version taugt für mehrere Hosts.',
  'Take {1}': '{1} nehmen',
  'The host has no mediated device {1}. None of its devices offers any now.':
    'Der Host hat kein Mediated Device {1}. Keines seiner Geräte bietet gerade eines an.',
  'The host has no mediated device {1}. It can be made of {2} or {3}: mdevctl start -u {4} -p PARENT -t {5}':
    'Der Host hat kein Mediated Device {1}. Es lässt sich aus {2} oder {3} machen: mdevctl start -u {4} -p PARENT -t {5}',
  'The host has no mediated device {1}. It can be made of {2}: mdevctl start -u {3} -p PARENT -t {4}':
    'Der Host hat kein Mediated Device {1}. Es lässt sich aus {2} machen: mdevctl start -u {3} -p PARENT -t {4}',
  'VFIO locks the guest’s memory, {1}, and your programs may lock {2}. Raise memlock in /etc/security/limits.d to {3} (KiB), or use qemu:///system.':
    'VFIO sperrt den Arbeitsspeicher des Gasts, {1}, und Ihre Programme dürfen {2} sperren. memlock in /etc/security/limits.d auf {3} (KiB) erhöhen oder qemu:///system benutzen.',
  'A session can’t have a PCI device passed through: it may take no device from the host’s drivers. Set the connection of the host to system.':
    'Das geht in einer Session nicht: ein durchgereichtes PCI-Gerät. Sie darf den Treibern des Hosts kein Gerät nehmen. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have a mediated device: it may take no device from the host’s drivers. Set the connection of the host to system.':
    'Das geht in einer Session nicht: ein Mediated Device. Sie darf den Treibern des Hosts kein Gerät nehmen. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have a SCSI device passed through: it may take no device from the host’s drivers. Set the connection of the host to system.':
    'Das geht in einer Session nicht: ein durchgereichtes SCSI-Gerät. Sie darf den Treibern des Hosts kein Gerät nehmen. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have a SCSI host passed through: it may take no device from the host’s drivers. Set the connection of the host to system.':
    'Das geht in einer Session nicht: ein durchgereichter SCSI-Host. Sie darf den Treibern des Hosts kein Gerät nehmen. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have a network card passed through: it may take no device from the host’s drivers. Set the connection of the host to system.':
    'Das geht in einer Session nicht: eine durchgereichte Netzwerkkarte. Sie darf den Treibern des Hosts kein Gerät nehmen. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have macvtap on a card: it may make no network device on the host. Set the connection of the host to system, or take a user network.':
    'Das geht in einer Session nicht: macvtap auf einer Karte. Sie darf auf dem Host kein Netzwerkgerät anlegen. Die Verbindung des Hosts auf system setzen oder ein Benutzernetz nehmen.',
  'A session can’t have macvtap on {1}: it may make no network device on the host. Set the connection of the host to system, or take a user network.':
    'Das geht in einer Session nicht: macvtap auf {1}. Sie darf auf dem Host kein Netzwerkgerät anlegen. Die Verbindung des Hosts auf system setzen oder ein Benutzernetz nehmen.',
  'A session can’t have a tap device: it may make no network device on the host. Set the connection of the host to system, or take a user network.':
    'Das geht in einer Session nicht: ein tap-Gerät. Sie darf auf dem Host kein Netzwerkgerät anlegen. Die Verbindung des Hosts auf system setzen oder ein Benutzernetz nehmen.',
  'A session can’t have memory in huge pages: the hugetlbfs of the host is root’s, and a session looks for none. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: Arbeitsspeicher in Huge Pages. Das hugetlbfs des Hosts gehört root, und eine Session sucht keines. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out memory in huge pages': 'Arbeitsspeicher in Huge Pages weglassen',
  'A session can’t have locked memory: it may not raise the limit of locked memory. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: gesperrter Arbeitsspeicher. Sie darf die Grenze für gesperrten Speicher nicht erhöhen. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out locked memory': 'Gesperrten Arbeitsspeicher weglassen',
  'A session can’t have limits of memory: it has no cgroups to set limits in. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: Grenzen des Arbeitsspeichers. Sie hat keine cgroups, in denen Grenzen gesetzt werden. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out limits of memory': 'Grenzen des Arbeitsspeichers weglassen',
  'A session can’t have weights of block I/O: it has no cgroups to set limits in. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: Gewichte für Block-I/O. Sie hat keine cgroups, in denen Grenzen gesetzt werden. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out weights of block I/O': 'Gewichte für Block-I/O weglassen',
  'A session can’t have CPU tuning ({1}): it has no cgroups to set limits in. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: CPU-Tuning ({1}). Sie hat keine cgroups, in denen Grenzen gesetzt werden. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out CPU tuning ({1})': 'CPU-Tuning ({1}) weglassen',
  'A session can’t have a realtime scheduler ({1}): it may give no thread a realtime priority. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: ein Echtzeit-Scheduler ({1}). Sie darf keinem Thread eine Echtzeitpriorität geben. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out a realtime scheduler ({1})': 'Echtzeit-Scheduler ({1}) weglassen',
  'A session can’t have an allocation of the host’s processor ({1}): it may not write to /sys/fs/resctrl. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: eine Zuteilung des Prozessors des Hosts ({1}). Sie darf nicht in /sys/fs/resctrl schreiben. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out an allocation of the host’s processor ({1})':
    'Zuteilung des Prozessors des Hosts ({1}) weglassen',
  'A session can’t have a bandwidth: it may set no limits on the host’s network devices. Set the connection of the host to system, or leave it out.':
    'Das geht in einer Session nicht: eine Bandbreite. Sie darf den Netzwerkgeräten des Hosts keine Grenzen setzen. Die Verbindung des Hosts auf system setzen oder das weglassen.',
  'Leave out a bandwidth': 'Bandbreite weglassen',
  'A session can’t have a virtiofs share: libvirt before 10.0 has virtiofs in qemu:///system only. Set the connection of the host to system.':
    'Das geht in einer Session nicht: eine virtiofs-Freigabe. libvirt vor 10.0 hat virtiofs nur in qemu:///system. Die Verbindung des Hosts auf system setzen.',
  'A session can’t have {1}: it is not yours to open. Set the connection of the host to system, or take a file of your own.':
    'Das geht in einer Session nicht: {1}. Öffnen dürfen Sie es nicht. Die Verbindung des Hosts auf system setzen oder eine eigene Datei nehmen.',
  'Take a user network': 'Ein Benutzernetz nehmen',
  'The guest is to run VMs of its own, and the module {1} of this host has that switched off. Put the line “{2}” into a file below /etc/modprobe.d, and load the module anew with no VM running: host-setup.sh does both.':
    'Im Gast sollen VMs laufen, und das Modul {1} dieses Hosts hat das ausgeschaltet. Die Zeile „{2}“ in eine Datei unter /etc/modprobe.d schreiben und das Modul neu laden, während keine VM läuft: host-setup.sh macht beides.',
  'libvirt on the host has no network {1}; it has {2}.':
    'libvirt hat auf dem Host kein Netz {1}; es hat {2}.',
  'libvirt on the host has no network {1}.': 'libvirt hat auf dem Host kein Netz {1}.',
  'The network {1} is not started: virsh net-start {2}; virsh net-autostart {3} starts it with the host.':
    'Das Netz {1} ist nicht gestartet: virsh net-start {2}; virsh net-autostart {3} startet es mit dem Host.',
  'The network {1} is not started: virsh net-start {2}.':
    'Das Netz {1} ist nicht gestartet: virsh net-start {2}.',
  '{1} has no way to be reset: after the guest has ended, it may not start again before the host does.':
    '{1} lässt sich nicht zurücksetzen: Endet der Gast, startet er vielleicht erst wieder, wenn der Host neu gestartet ist.',
  '{1} is on NUMA node {2} (CPUs {3}), and no vCPU runs there. Pin the vCPUs to that node.':
    '{1} ist am NUMA-Knoten {2} (CPUs {3}), und dort läuft keine vCPU. Die vCPUs an diesen Knoten anheften.',
  '{1} is the only graphics card of the host: its screen stays dark while the guest runs. Reach the host over SSH, and let hooks stop and start its display.':
    '{1} ist die einzige Grafikkarte des Hosts: Der Bildschirm des Hosts bleibt dunkel, solange der Gast läuft. Den Host über SSH erreichen und seine Anzeige von Hooks beenden und starten lassen.',
  'All {1} graphics cards of the host go to the guest: its screen stays dark while the guest runs. Reach the host over SSH, and let hooks stop and start its display.':
    'Alle {1} Grafikkarten des Hosts gehen an den Gast: Der Bildschirm des Hosts bleibt dunkel, solange der Gast läuft. Den Host über SSH erreichen und seine Anzeige von Hooks beenden und starten lassen.',
  'Leave the card with the host': 'Die Karte dem Host lassen',
  'Leave {1} with the host': '{1} dem Host lassen',
  'libvirt of Debian 12 is built without passt. Take libvirt from bookworm-backports, or the qemu backend with user networking and its port forwards.':
    'libvirt von Debian 12 ist ohne passt gebaut. libvirt aus bookworm-backports nehmen oder das Backend qemu mit Benutzernetz und seinen Portweiterleitungen.',
  'libvirt on the host has no storage pool {1}.': 'libvirt hat auf dem Host keinen Speicherpool {1}.',
  'The storage pool {1} is not started: virsh pool-start {2}':
    'Der Speicherpool {1} ist nicht gestartet: virsh pool-start {2}',
  'The emulated TPM needs swtpm, which is not installed on the host.':
    'Das emulierte TPM braucht swtpm, und das ist auf dem Host nicht installiert.',
  'The emulated TPM needs swtpm, which is not installed on the host. Install the package swtpm.':
    'Das emulierte TPM braucht swtpm, und das ist auf dem Host nicht installiert. Das Paket swtpm installieren.',
  'The emulated TPM needs swtpm, which is not installed on the host. Install the package swtpm (and swtpm-tools).':
    'Das emulierte TPM braucht swtpm, und das ist auf dem Host nicht installiert. Das Paket swtpm installieren (und swtpm-tools).',
  'A virtiofs share needs virtiofsd, which is not installed on the host.':
    'Eine virtiofs-Freigabe braucht virtiofsd, und das ist auf dem Host nicht installiert.',
  'A virtiofs share needs virtiofsd, which is not installed on the host. Install the package virtiofsd.':
    'Eine virtiofs-Freigabe braucht virtiofsd, und das ist auf dem Host nicht installiert. Das Paket virtiofsd installieren.',
  'The backend passt needs passt, which is not installed on the host.':
    'Das Backend passt braucht passt, und das ist auf dem Host nicht installiert.',
  'The backend passt needs passt, which is not installed on the host. Install the package passt.':
    'Das Backend passt braucht passt, und das ist auf dem Host nicht installiert. Das Paket passt installieren.',
  'The host has no {1}; it has {2}. Leave it out, and libvirt takes the first.':
    'Der Host hat kein {1}; er hat {2}. Weglassen, dann nimmt libvirt das erste.',
  'The host has no {1}. Leave it out, and libvirt takes the first.':
    'Der Host hat kein {1}. Weglassen, dann nimmt libvirt das erste.',
  'Leave it out': 'Weglassen',
  'vCPUs {1} and {2} are one core of the guest with {3} threads, but run on different cores of the host. Pin them to the threads of one core.':
    'Die vCPUs {1} und {2} sind ein Kern des Gasts mit {3} Threads, laufen aber auf verschiedenen Kernen des Hosts. An die Threads eines Kerns anheften.',
  '{1} goes to the guest without {2}, a function of the same card. Give the card as a whole: its functions are reset together, and a driver of the host that keeps one keeps the card.':
    '{1} geht an den Gast ohne {2}, eine Funktion derselben Karte. Die Karte ganz geben: Ihre Funktionen werden zusammen zurückgesetzt, und ein Treiber des Hosts, der eine behält, behält die Karte.',
  '{1} goes to the guest without {2}, functions of the same card. Give the card as a whole: its functions are reset together, and a driver of the host that keeps one keeps the card.':
    '{1} geht an den Gast ohne {2}, Funktionen derselben Karte. Die Karte ganz geben: Ihre Funktionen werden zusammen zurückgesetzt, und ein Treiber des Hosts, der eine behält, behält die Karte.',
  'Give the whole card': 'Die ganze Karte geben',
  '/etc/subuid grants {1} no ids, so that the share can map one user only. sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 {2}':
    '/etc/subuid gibt {1} keine IDs, sodass die Freigabe nur einen Benutzer zuordnen kann. sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 {2}',
  'This USB device was not plugged in when the host was asked, and the VM does not start without it.':
    'Dieses USB-Gerät war nicht eingesteckt, als der Host gefragt wurde, und ohne es startet die VM nicht.',
  'Start without it': 'Ohne es starten',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and port {5}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4} und Port {5}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and bus {5} device {6}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4} und Bus {5} Gerät {6}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and port {6}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5} und Port {6}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and bus {6} device {7}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5} und Bus {6} Gerät {7}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and port {5} and port {6}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4}, Port {5} und Port {6}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and port {5} and bus {6} device {7}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4}, Port {5} und Bus {6} Gerät {7}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and bus {5} device {6} and port {7}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4}, Bus {5} Gerät {6} und Port {7}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and bus {5} device {6} and bus {7} device {8}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4}, Bus {5} Gerät {6} und Bus {7} Gerät {8}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and port {6} and port {7}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5}, Port {6} und Port {7}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and port {6} and bus {7} device {8}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5}, Port {6} und Bus {7} Gerät {8}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and bus {6} device {7} and port {8}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5}, Bus {6} Gerät {7} und Port {8}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and bus {6} device {7} and bus {8} device {9}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5}, Bus {6} Gerät {7} und Bus {8} Gerät {9}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at port {4} and port {5} and port {6} and port {7}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Port {4}, Port {5}, Port {6} und Port {7}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  '{1} devices of the host have the ids {2} and {3}: at bus {4} device {5} and bus {6} device {7} and bus {8} device {9} and bus {10} device {11}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.':
    '{1} Geräte des Hosts haben die IDs {2} und {3}: an Bus {4} Gerät {5}, Bus {6} Gerät {7}, Bus {8} Gerät {9} und Bus {10} Gerät {11}. Bus und Port des gemeinten angeben (libvirt 9.10) oder Bus und Gerät.',
  'The VM has {1} vCPUs, and a machine of this host can have {2} at most. Take fewer.':
    'Die VM hat {1} vCPUs, und eine Maschine dieses Hosts kann höchstens {2} haben. Weniger nehmen.',
  'The QEMU of the host has no video {1}. It has {2}.':
    'Das QEMU des Hosts hat keine Grafikkarte {1}. Es hat {2}.',
  'The QEMU of the host has no graphics {1}. It has {2}.':
    'Das QEMU des Hosts hat keine Anzeige {1}. Es hat {2}.',
  'The QEMU of the host has no disk {1}. It has {2}.':
    'Das QEMU des Hosts hat keinen Laufwerksbus {1}. Es hat {2}.',
  'The QEMU of the host has no tpm {1}. It has {2}.': 'Das QEMU des Hosts hat kein TPM {1}. Es hat {2}.',
  'The QEMU of the host has no filesystem {1}. It has {2}.':
    'Das QEMU des Hosts hat keinen Treiber für Freigaben {1}. Es hat {2}.',
  'The QEMU of the host has no interface {1}. It has {2}.':
    'Das QEMU des Hosts hat kein Netz-Backend {1}. Es hat {2}.',
  'The QEMU of the host has no os {1}. It has {2}.': 'Das QEMU des Hosts hat keine Firmware {1}. Es hat {2}.',
}
