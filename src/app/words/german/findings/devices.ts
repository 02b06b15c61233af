/** What the rules of devices say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const devices: Catalogue = {
  '{1} root ports are more than the {2} that fit on the root bus: 8 in each of its free slots. Put more devices behind a pcie-to-pci-bridge or a switch.':
    '{1} Root Ports sind mehr als die {2}, die auf den Root-Bus passen: 8 in jedem freien Slot. Weitere Geräte hinter eine pcie-to-pci-bridge oder einen Switch stecken.',
  'There is no controller {1}: no machine has room for more than {2} of them. Leave the address out, and libvirt picks one.':
    'Es gibt keinen Controller {1}: Keine Maschine hat Platz für mehr als {2} davon. Die Adresse weglassen, dann wählt libvirt eine.',
  'Leave the address out': 'Die Adresse weglassen',
  '{1} of an address of type {2} is a decimal number, not {3}.':
    '{1} einer Adresse vom Typ {2} ist eine Dezimalzahl, nicht {3}.',
  'Write {1}': '{1} schreiben',
  '{1} is where {2} has its ISA bridge. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seine ISA-Bridge. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its IDE controller. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seinen IDE-Controller. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its USB controller. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seinen USB-Controller. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its power management. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seine Energieverwaltung. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its LPC bridge. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seine LPC-Bridge. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its SATA controller. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seinen SATA-Controller. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is where {2} has its SMBus. Leave the address out, and libvirt picks one.':
    'An {1} hat {2} seinen SMBus. Die Adresse weglassen, dann wählt libvirt eine.',
  'The first {1} controller of the machine {2} is at 00:{3}, and nowhere else. Leave the address out.':
    'Der erste {1}-Controller der Maschine {2} ist an 00:{3} und nirgends sonst. Die Adresse weglassen.',
  'The machine has one USB controller 0, and this is the second. Remove it.':
    'Die Maschine hat einen USB-Controller 0, und das ist der zweite. Entfernen.',
  'The machine {1} has its virtio devices on PCI, not on virtio-mmio. Leave the address out.':
    'Die Maschine {1} hat ihre virtio-Geräte an PCI, nicht an virtio-mmio. Die Adresse weglassen.',
  '{1} says multifunction off, and there is a device at {2}. Leave it to libvirt.':
    '{1} sagt multifunction off, und an {2} ist ein Gerät. libvirt überlassen.',
  'Leave multifunction out': 'multifunction weglassen',
  'The bus of the PCI address may be 0x{1} at most. Leave the address out, and libvirt picks one.':
    'Der Bus der PCI-Adresse darf höchstens 0x{1} sein. Die Adresse weglassen, dann wählt libvirt eine.',
  'The slot of the PCI address may be 0x{1} at most. Leave the address out, and libvirt picks one.':
    'Der Slot der PCI-Adresse darf höchstens 0x{1} sein. Die Adresse weglassen, dann wählt libvirt eine.',
  'The function of the PCI address may be 0x{1} at most. Leave the address out, and libvirt picks one.':
    'Die Funktion der PCI-Adresse darf höchstens 0x{1} sein. Die Adresse weglassen, dann wählt libvirt eine.',
  'Bus {1} is a root port, which has slot 0 alone. Set the slot to 0x00, or leave the address out.':
    'Bus {1} ist ein Root Port, und der hat nur Slot 0. Den Slot auf 0x00 setzen oder die Adresse weglassen.',
  'Bus {1} becomes a root port, which has slot 0 alone. Set the slot to 0x00, or leave the address out.':
    'Bus {1} wird ein Root Port, und der hat nur Slot 0. Den Slot auf 0x00 setzen oder die Adresse weglassen.',
  '{1} is on a {2}, whose slots begin at 1. Leave the address out, and libvirt picks one.':
    '{1} ist an {2}, und dort beginnen die Slots bei 1. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is the address of {2} already. Leave the address out, and libvirt picks a free one.':
    '{1} ist schon die Adresse von {2}. Die Adresse weglassen, dann wählt libvirt eine freie.',
  'uid and fid are how an s390 guest names a PCI device; no other has them.':
    'Mit uid und fid benennt ein s390-Gast ein PCI-Gerät; andere haben das nicht.',
  'Leave them out': 'Weglassen',
  'libvirt replaces the alias {1} by one of its own, and so {2}: yours have to start with ua-.':
    'libvirt ersetzt den Alias {1} durch einen eigenen, ebenso {2}: Ihre müssen mit ua- beginnen.',
  'libvirt replaces the alias {1} by one of its own: yours have to start with ua-.':
    'libvirt ersetzt den Alias {1} durch einen eigenen: Ihre müssen mit ua- beginnen.',
  'Let them start with ua-': 'Mit ua- beginnen lassen',
  'The alias {1} is that of {2} already. Each device has an alias of its own.':
    'Den Alias {1} hat schon {2}. Jedes Gerät hat einen eigenen Alias.',
  'Leave the alias out': 'Den Alias weglassen',
  'The channel {1} is there already, at {2}. Remove one of them.':
    'Den Channel {1} gibt es schon, bei {2}. Einen davon entfernen.',
  'Remove the second channel': 'Den zweiten Channel entfernen',
  'The virtio-serial controller {1} has the ports 0 to {2}, and no {3}. Leave the address out, and libvirt picks one.':
    'Der virtio-serial-Controller {1} hat die Ports 0 bis {2}, aber keinen Port {3}. Die Adresse weglassen, dann wählt libvirt eine.',
  'A host end of type {1} needs its service (the port).':
    'Ein Ende am Host vom Typ {1} braucht service (den Port).',
  'A host end of type {1} needs its {2}.': 'Ein Ende am Host vom Typ {1} braucht {2}.',
  'An EGD of type {1} needs its service (the port).': 'Ein EGD vom Typ {1} braucht service (den Port).',
  'An EGD of type {1} needs its {2}.': 'Ein EGD vom Typ {1} braucht {2}.',
  'A smartcard that is passed through needs the type of its host end, such as spicevmc.':
    'Eine durchgereichte Smartcard braucht den Typ ihres Endes am Host, etwa spicevmc.',
  'Take the card at the viewer': 'Die Karte beim Betrachter nehmen',
  'An EGD is reached over something: say its type, such as unix or tcp.':
    'Ein EGD wird über etwas erreicht: type angeben, etwa unix oder tcp.',
  'QEMU does not speak {1}: take raw, and set tls at the source for encryption.':
    'QEMU spricht kein {1}: raw nehmen und für Verschlüsselung tls an source setzen.',
  'Take raw': 'raw nehmen',
  'Only an end that connects can connect again, and this one waits for connections.':
    'Nur ein Ende, das sich verbindet, kann sich neu verbinden, und dieses wartet auf Verbindungen.',
  'Leave it out': 'Weglassen',
  'The time before the next attempt is 1 second or more.':
    'Die Zeit bis zum nächsten Versuch ist 1 Sekunde oder mehr.',
  'Wait 1 second': '1 Sekunde warten',
  '{1} is at {2} already. Give each one of its own.': '{1} ist schon an {2}. Jedem ein eigenes Ziel geben.',
  'The path of a socket has {1} bytes at most, this one has {2}. Put it into a folder nearer to the root.':
    'Der Pfad eines Sockets hat höchstens {1} Bytes, dieser hat {2}. In einen Ordner näher an der Wurzel legen.',
  '{1} is no port: write its number.': '{1} ist kein Port: seine Nummer schreiben.',
  'A {1} console is for another processor or hypervisor. Take virtio.':
    'Eine Konsole {1} ist für einen anderen Prozessor oder Hypervisor. virtio nehmen.',
  'Only the first console is a serial port. Take virtio.':
    'Nur die erste Konsole ist eine serielle Schnittstelle. virtio nehmen.',
  'Take {1}': '{1} nehmen',
  'Another port has the chassis {1} already. Leave it out, and libvirt numbers the ports.':
    'Ein anderer Port hat schon das Chassis {1}. Weglassen, dann nummeriert libvirt die Ports.',
  'Leave the chassis out': 'Das Chassis weglassen',
  '{1} has no pci-expander-bus. Take pcie-expander-bus.':
    '{1} hat keinen pci-expander-bus. pcie-expander-bus nehmen.',
  '{1} has no pcie-expander-bus. Take pci-expander-bus.':
    '{1} hat keinen pcie-expander-bus. pci-expander-bus nehmen.',
  'Remove the bus': 'Den Bus entfernen',
  'The bus belongs to NUMA cell {1}, which the guest does not have.':
    'Der Bus gehört zur NUMA-Zelle {1}, die der Gast nicht hat.',
  'Leave the cell out': 'Die Zelle weglassen',
  'No guest of QEMU’s has a controller of type {1}. Remove it.':
    'Kein Gast von QEMU hat einen Controller vom Typ {1}. Entfernen.',
  'The machine {1} has no {2} controller; sata is there instead. Remove it.':
    'Die Maschine {1} hat keinen {2}-Controller; stattdessen gibt es sata. Entfernen.',
  'The machine {1} has a single {2} controller. Remove it.':
    'Die Maschine {1} hat einen einzigen {2}-Controller. Entfernen.',
  'Remove the controller': 'Den Controller entfernen',
  'A {1} controller has no model {2}. Leave the model out.':
    'Ein {1}-Controller hat kein Modell {2}. Das Modell weglassen.',
  'Leave the model out': 'Das Modell weglassen',
  'QEMU has no {1} controller {2} for this machine. Take {3}.':
    'QEMU hat für diese Maschine keinen {1}-Controller {2}. {3} nehmen.',
  '{1} is {2}; it goes from {3} to {4}. Leave it out, and libvirt chooses.':
    '{1} ist {2}; es geht von {3} bis {4}. Weglassen, dann wählt libvirt.',
  'Leave {1} out': '{1} weglassen',
  'A pcie-switch-downstream-port belongs to a switch: there is no pcie-switch-upstream-port.':
    'Ein pcie-switch-downstream-port gehört zu einem Switch: Es gibt keinen pcie-switch-upstream-port.',
  'The machine {1} has no PCI Express, which a {2} needs. Take q35, or leave the controller out.':
    'Die Maschine {1} hat kein PCI Express, und {2} braucht es. q35 nehmen oder den Controller weglassen.',
  'A PCI controller says which it is. libvirt adds the root bus by itself.':
    'Ein PCI-Controller sagt, welcher er ist. Den Root-Bus fügt libvirt selbst hinzu.',
  'QEMU makes no {1} of {2}, but of {3}.': 'QEMU macht {1} nicht aus {2}, sondern aus {3}.',
  'QEMU makes no {1} of {2}.': 'QEMU macht {1} nicht aus {2}.',
  '{1} is for a PCI controller of the model {2} or {3} or {4} or {5}; this one is {6}. Leave it out.':
    '{1} ist für einen PCI-Controller vom Modell {2}, {3}, {4} oder {5}; dieser ist {6}. Weglassen.',
  '{1} is for a PCI controller of the model {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für einen PCI-Controller vom Modell {2}, {3} oder {4}; dieser ist {5}. Weglassen.',
  '{1} is for a PCI controller of the model {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für einen PCI-Controller vom Modell {2} oder {3}; dieser ist {4}. Weglassen.',
  '{1} is for a PCI controller of the model {2}; this one is {3}. Leave it out.':
    '{1} ist für einen PCI-Controller vom Modell {2}; dieser ist {3}. Weglassen.',
  'A SCSI controller has fewer than {1} queues. One for each vCPU is the best.':
    'Ein SCSI-Controller hat weniger als {1} Warteschlangen. Am besten ist eine je vCPU.',
  'Let QEMU choose': 'QEMU wählen lassen',
  'The root bus has the number 0.': 'Der Root-Bus hat die Nummer 0.',
  'Controller 0 is the root bus, which for {1} is {2}.':
    'Controller 0 ist der Root-Bus, und der ist bei {1} {2}.',
  'The root bus has no address. Leave the address out.':
    'Der Root-Bus hat keine Adresse. Die Adresse weglassen.',
  '{1} is for a controller of the type {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für einen Controller vom Typ {2} oder {3}; dieser ist {4}. Weglassen.',
  '{1} is for a controller of the type {2}; this one is {3}. Leave it out.':
    '{1} ist für einen Controller vom Typ {2}; dieser ist {3}. Weglassen.',
  '{1} is for a controller of the model {2} or {3} or {4} or {5}; this one is {6}. Leave it out.':
    '{1} ist für einen Controller vom Modell {2}, {3}, {4} oder {5}; dieser ist {6}. Weglassen.',
  '{1} is for a controller of the model {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für einen Controller vom Modell {2}, {3} oder {4}; dieser ist {5}. Weglassen.',
  '{1} is for a controller of the model {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für einen Controller vom Modell {2} oder {3}; dieser ist {4}. Weglassen.',
  '{1} is for a controller of the model {2}; this one is {3}. Leave it out.':
    '{1} ist für einen Controller vom Modell {2}; dieser ist {3}. Weglassen.',
  'USB is switched off by the controller none: no other can be there.':
    'Der Controller none schaltet USB aus: Einen anderen kann es nicht geben.',
  'There is a controller {1} with the number {2} already. Leave the number out.':
    'Es gibt schon einen Controller {1} mit der Nummer {2}. Die Nummer weglassen.',
  'Leave the number out': 'Die Nummer weglassen',
  'A {1} does not fit into a {2}. Leave the address out, and libvirt picks one.':
    '{1} passt nicht in {2}. Die Adresse weglassen, dann wählt libvirt eine.',
  'An ACPI index is {1} at most.': 'Ein ACPI-Index ist höchstens {1}.',
  'Another device has the ACPI index {1} already.': 'Ein anderes Gerät hat schon den ACPI-Index {1}.',
  'Leave the index out': 'Den Index weglassen',
  'The ROM is switched off, and there is a ROM to show. Leave one of them out.':
    'Das ROM ist ausgeschaltet, und es gibt eines zum Zeigen. Eines von beiden weglassen.',
  'Leave the ROM on': 'Das ROM eingeschaltet lassen',
  'A device of type {1} has no address of type {2} in the guest. Leave the address out, and libvirt picks one.':
    'Ein Gerät vom Typ {1} hat im Gast keine Adresse vom Typ {2}. Die Adresse weglassen, dann wählt libvirt eine.',
  'A passed-through PCI device pins all memory of the guest: the balloon can give nothing back and slows the guest. Set the memory balloon to none.':
    'Ein durchgereichtes PCI-Gerät hält den ganzen Arbeitsspeicher des Gasts fest: Der Balloon kann nichts zurückgeben und bremst den Gast. Den Memory Balloon auf none setzen.',
  'Set the memory balloon to none': 'Den Memory Balloon auf none setzen',
  'No firmware boots from a device of type {1}. Leave the boot order out.':
    'Keine Firmware startet von einem Gerät vom Typ {1}. Die Startreihenfolge weglassen.',
  'No GPU of the host is passed through, and the design is made for one: Looking Glass shows the picture of that card. Pick one in Host devices, with its whole IOMMU group.':
    'Es wird keine GPU des Hosts durchgereicht, und der Entwurf ist für eine gemacht: Looking Glass zeigt das Bild dieser Karte. Eine unter „Geräte des Hosts“ wählen, mit ihrer ganzen IOMMU-Gruppe.',
  'No GPU of the host is passed through, and the design is made for one: its display has no video card to show. Pick one in Host devices, with its whole IOMMU group.':
    'Es wird keine GPU des Hosts durchgereicht, und der Entwurf ist für eine gemacht: Seine Anzeige hat keine Grafikkarte zum Zeigen. Eine unter „Geräte des Hosts“ wählen, mit ihrer ganzen IOMMU-Gruppe.',
  'No GPU of the host is passed through, and the design is made for one: Windows has no screen without. Pick one in Host devices, with its whole IOMMU group.':
    'Es wird keine GPU des Hosts durchgereicht, und der Entwurf ist für eine gemacht: Ohne sie hat Windows keinen Bildschirm. Eine unter „Geräte des Hosts“ wählen, mit ihrer ganzen IOMMU-Gruppe.',
  'No GPU of the host is passed through, and the design is made for one: it hides KVM from the driver of such a card. Pick one in Host devices, with its whole IOMMU group.':
    'Es wird keine GPU des Hosts durchgereicht, und der Entwurf ist für eine gemacht: Er verbirgt KVM vor dem Treiber einer solchen Karte. Eine unter „Geräte des Hosts“ wählen, mit ihrer ganzen IOMMU-Gruppe.',
  'Devices of the mode capabilities are for containers.':
    'Geräte mit dem Modus capabilities sind für Container.',
  'Remove the device': 'Das Gerät entfernen',
  'The driver {1} is gone; vfio is the one, and libvirt takes it by itself.':
    'Den Treiber {1} gibt es nicht mehr; vfio ist der richtige, und libvirt nimmt ihn von selbst.',
  'Leave the driver out': 'Den Treiber weglassen',
  'The mediated device shows a screen, and there is no display to show it on. Add a display, or switch it off here.':
    'Das Mediated Device zeigt einen Bildschirm, und es gibt keine Anzeige dafür. Eine Anzeige hinzufügen oder ihn hier ausschalten.',
  'Leave the screen off': 'Den Bildschirm ausgeschaltet lassen',
  'libvirt wants the model of a mediated device: vfio-pci for a card.':
    'libvirt verlangt das Modell eines Mediated Device: vfio-pci für eine Karte.',
  'The model {1} is for s390; a card is vfio-pci.': 'Das Modell {1} ist für s390; eine Karte ist vfio-pci.',
  'Set it to {1}': 'Auf {1} setzen',
  'The host device of type {1} does not say which device it is. Say vendor and product, or bus and device in source.':
    'Beim Gerät des Hosts vom Typ {1} fehlt, welches es ist. In source vendor und product oder bus und device angeben.',
  'The host device of type {1} does not say which device it is. Say the UUID of the mediated device in source.':
    'Beim Gerät des Hosts vom Typ {1} fehlt, welches es ist. In source die UUID des Mediated Device angeben.',
  'The host device of type {1} does not say which device it is. Say the PCI address in source.':
    'Beim Gerät des Hosts vom Typ {1} fehlt, welches es ist. In source die PCI-Adresse angeben.',
  'The {1} {2} of the PCI address is not hexadecimal; write it like {3}.':
    '{1} {2} der PCI-Adresse ist nicht hexadezimal; wie {3} schreiben.',
  'The {1} {2} of the PCI address is out of range; the largest is {3}.':
    '{1} {2} der PCI-Adresse ist zu groß; das Größte ist {3}.',
  'The PCI address has no {1}; write it like {2}.': 'In der PCI-Adresse fehlt {1}; wie {2} schreiben.',
  '{1} is for devices of type scsi, this one is {2}.': '{1} ist für Geräte vom Typ scsi, dieses ist {2}.',
  'This device of the host is there already, at {1}. Remove one of them.':
    'Dieses Gerät des Hosts gibt es schon, bei {1}. Eines davon entfernen.',
  'Remove the second': 'Das Zweite entfernen',
  'libvirt {1} finds a USB device by vendor and product, or by bus and device number, and not by its port. Say one of these.':
    'libvirt {1} findet ein USB-Gerät über vendor und product oder über Bus- und Gerätenummer, nicht über seinen Port. Eines davon angeben.',
  'evdev feeds the keyboard and mouse that the guest has: it is on no bus of its own.':
    'evdev speist die Tastatur und Maus, die der Gast hat: Es ist an keinem eigenen Bus.',
  'Leave the bus out': 'Den Bus weglassen',
  'A {1} is not on the bus {2}. Take {3}.': '{1} gibt es nicht am Bus {2}. {3} nehmen.',
  'An input of type {1} needs the event device of the host. Set source.{2} to one of /dev/input/by-id, such as /dev/input/by-id/usb-Keyboard-event-kbd.':
    'Eine Eingabe vom Typ {1} braucht das Event-Gerät des Hosts. source.{2} auf eines aus /dev/input/by-id setzen, etwa /dev/input/by-id/usb-Keyboard-event-kbd.',
  'A virtio {1} has no other model: only passthrough has. Leave the model out.':
    'Ein virtio-Gerät {1} hat kein anderes Modell: Das hat nur passthrough. Das Modell weglassen.',
  'eim widens the interrupts that the IOMMU remaps: set intremap as well, with the I/O APIC of QEMU.':
    'eim erweitert die Interrupts, die die IOMMU umlenkt: auch intremap setzen, mit dem I/O-APIC von QEMU.',
  'Switch interrupt remapping on': 'Interrupt-Remapping einschalten',
  'Interrupt remapping needs the I/O APIC of QEMU: libvirt refuses it with that of KVM. Set features.ioapic to qemu.':
    'Interrupt-Remapping braucht den I/O-APIC von QEMU: Mit dem von KVM lehnt libvirt es ab. features.ioapic auf qemu setzen.',
  'Set features.ioapic to qemu': 'features.ioapic auf qemu setzen',
  'The machine of this guest has no IOMMU {1}. Leave it out, or change the machine.':
    'Die Maschine dieses Gasts hat keine IOMMU {1}. Weglassen oder die Maschine ändern.',
  'The machine {1} has no IOMMU {2}. Leave it out, or change the machine.':
    'Die Maschine {1} hat keine IOMMU {2}. Weglassen oder die Maschine ändern.',
  'Leave the IOMMU out': 'Die IOMMU weglassen',
  'The IOMMU {1} is a part of the mainboard, without an address. Leave it out.':
    'Die IOMMU {1} ist ein Teil des Mainboards und hat keine Adresse. Weglassen.',
  'A virtio IOMMU sits on bus 0. Leave it out.': 'Eine virtio-IOMMU sitzt an Bus 0. Weglassen.',
  'An Intel IOMMU has addresses of 39 or 48 bits, not of {1}. Leave it out.':
    'Eine Intel-IOMMU hat Adressen mit 39 oder 48 Bits, nicht mit {1}. Weglassen.',
  'A guest has one IOMMU. Leave it out.': 'Ein Gast hat eine IOMMU. Weglassen.',
  '{1}: a virtio IOMMU has none of that. Leave it out.': '{1}: Das hat eine virtio-IOMMU nicht. Weglassen.',
  'A virtio IOMMU is a PCI device. Leave the address out.':
    'Eine virtio-IOMMU ist ein PCI-Gerät. Die Adresse weglassen.',
  'The guest finds a virtio IOMMU by ACPI, which is switched off. Leave the IOMMU out.':
    'Der Gast findet eine virtio-IOMMU über ACPI, und das ist ausgeschaltet. Die IOMMU weglassen.',
  'QEMU makes this device before the bus {1}, which libvirt makes as JSON: it does not find it. Write the device as JSON too.':
    'QEMU legt dieses Gerät vor dem Bus {1} an, den libvirt als JSON anlegt: Es findet ihn nicht. Auch das Gerät als JSON schreiben.',
  'Write it as JSON': 'Als JSON schreiben',
  'The panic device {1} is on no bus, not on {2}.':
    'Das Panic-Gerät {1} ist an keinem Bus, auch nicht an {2}.',
  'The panic device {1} is on {2}, not on {3}.': 'Das Panic-Gerät {1} ist an {2}, nicht an {3}.',
  'The panic device {1} is for PCs. Take pvpanic, which is on PCI.':
    'Das Panic-Gerät {1} ist für PCs. pvpanic nehmen, das an PCI ist.',
  'There are two panic devices {1}, libvirt takes one.':
    'Es gibt zwei Panic-Geräte {1}, libvirt nimmt eines.',
  'isapc is a PC without PCI: this device does not fit into it. Take the machine pc.':
    'isapc ist ein PC ohne PCI: Dieses Gerät passt nicht hinein. Die Maschine pc nehmen.',
  'Take the machine pc': 'Die Maschine pc nehmen',
  'libvirt wants the model of a random number device: virtio.':
    'libvirt verlangt das Modell eines Zufallsgeräts: virtio.',
  'A random number device has one backend. Remove the others.':
    'Ein Zufallsgerät hat ein Backend. Die anderen entfernen.',
  'A rate of 0 bytes gives the guest no randomness at all, and libvirt refuses it. Leave the rate out, or raise it.':
    'Eine Rate von 0 Bytes gibt dem Gast gar keinen Zufall, und libvirt lehnt sie ab. Die Rate weglassen oder erhöhen.',
  'A PC has {1} serial ports; more of them can be of the type pci-serial. Remove the others.':
    'Ein PC hat {1} serielle Schnittstellen; weitere können vom Typ pci-serial sein. Die anderen entfernen.',
  'A PC has {1} parallel ports. Remove the others.':
    'Ein PC hat {1} parallele Schnittstellen. Die anderen entfernen.',
  'Remove this port': 'Diese Schnittstelle entfernen',
  'The model {1} is for serial ports of the type {2}, and this one is {3}. Leave the model out.':
    'Das Modell {1} ist für serielle Schnittstellen vom Typ {2}, und diese ist {3}. Das Modell weglassen.',
  'A guest of {1} has no {2}. Leave the type out, and libvirt picks one.':
    'Ein Gast für {1} hat kein {2}. Den Typ weglassen, dann wählt libvirt einen.',
  'Let libvirt pick': 'libvirt wählen lassen',
  'virtiofs knows the access mode passthrough alone, not {1}. Set it to passthrough; an id map says who owns what.':
    'virtiofs kennt nur den Zugriffsmodus passthrough, nicht {1}. Auf passthrough setzen; eine ID-Zuordnung sagt, wem was gehört.',
  'Set the access mode to passthrough': 'Den Zugriffsmodus auf passthrough setzen',
  'QEMU has the driver handle no more since 4.0. path is the same, and virtiofs faster.':
    'QEMU hat den Treiber handle seit 4.0 nicht mehr. path ist dasselbe, und virtiofs ist schneller.',
  '{1} is not for a share whose {2} is {3}. Leave it out.':
    '{1} ist nicht für eine Freigabe, deren {2} {3} ist. Weglassen.',
  'A share of type {1} is for containers; QEMU shares directories, of type mount.':
    'Eine Freigabe vom Typ {1} ist für Container; QEMU gibt Verzeichnisse frei, vom Typ mount.',
  'Remove the share': 'Die Freigabe entfernen',
  'libvirt {1} knows no read-only virtiofs share, 11.0 does. Leave readonly out and mount it read-only in the guest.':
    'libvirt {1} kennt keine schreibgeschützte virtiofs-Freigabe, 11.0 schon. readonly weglassen und sie im Gast schreibgeschützt einhängen.',
  'Leave readonly out': 'readonly weglassen',
  'The share without a tag is virtiofs, and virtiofsd has to see the guest’s memory. Set memory_backing.access to shared.':
    'Die Freigabe ohne Tag ist virtiofs, und virtiofsd muss den Arbeitsspeicher des Gasts sehen. memory_backing.access auf shared setzen.',
  'The share {1} is virtiofs, and virtiofsd has to see the guest’s memory. Set memory_backing.access to shared.':
    'Die Freigabe {1} ist virtiofs, und virtiofsd muss den Arbeitsspeicher des Gasts sehen. memory_backing.access auf shared setzen.',
  'Share the memory': 'Den Arbeitsspeicher teilen',
  'The mount tag {1} is that of {2} already; the guest can mount one of them only. Give each a tag of its own.':
    'Den Mount-Tag {1} hat schon {2}; der Gast kann nur eine von beiden einhängen. Jeder einen eigenen Tag geben.',
  'Give it another tag': 'Einen anderen Tag geben',
  'The mount tag {1} has {2} bytes; virtiofs takes {3}. Shorten it.':
    'Der Mount-Tag {1} hat {2} Bytes; virtiofs nimmt {3}. Kürzen.',
  'The mount tag {1} has {2} bytes; 9p takes {3}. Shorten it.':
    'Der Mount-Tag {1} hat {2} Bytes; 9p nimmt {3}. Kürzen.',
  'Shorten it to {1}': 'Auf {1} kürzen',
  'QEMU has ivshmem no more: ivshmem-plain is memory alone, ivshmem-doorbell has interrupts.':
    'QEMU hat ivshmem nicht mehr: ivshmem-plain ist nur Speicher, ivshmem-doorbell hat Interrupts.',
  'ivshmem-doorbell works through a server, and none is said.':
    'ivshmem-doorbell arbeitet über einen Server, und keiner ist angegeben.',
  'The server decides how large the memory is. Leave the size out.':
    'Wie groß der Speicher ist, entscheidet der Server. Die Größe weglassen.',
  'Leave the size out': 'Die Größe weglassen',
  'ivshmem-plain has no server: leave it out, or take ivshmem-doorbell.':
    'ivshmem-plain hat keinen Server: weglassen oder ivshmem-doorbell nehmen.',
  'Leave the server out': 'Den Server weglassen',
  'The name {1} of the shared memory becomes a file in /dev/shm and can’t hold a slash.':
    'Der Name {1} des gemeinsamen Speichers wird eine Datei in /dev/shm und kann keinen Schrägstrich enthalten.',
  'Call it {1}': '{1} nennen',
  'Interrupts go through a server: name its socket, or leave msi out.':
    'Interrupts gehen über einen Server: seinen Socket nennen oder msi weglassen.',
  'Leave msi out': 'msi weglassen',
  'Shared memory is a PCI device: it has no address of type {1}.':
    'Gemeinsamer Speicher ist ein PCI-Gerät: Er hat keine Adresse vom Typ {1}.',
  'The shared memory is {1}; it has to be a power of two and at least 1M. Looking Glass wants the next one above width × height × 8 + 10 MiB.':
    'Der gemeinsame Speicher hat {1}; er muss eine Zweierpotenz und mindestens 1M groß sein. Looking Glass braucht die nächste über Breite × Höhe × 8 + 10 MiB.',
  'Set the size to {1}': 'Die Größe auf {1} setzen',
  'A guest has one smartcard reader. Remove the others.':
    'Ein Gast hat einen Smartcard-Leser. Die anderen entfernen.',
  'Remove this one': 'Diesen entfernen',
  'A card of certificates holds exactly three, {1} are said.':
    'Eine Karte aus Zertifikaten hat genau drei, {1} sind angegeben.',
  'Remove the smartcard': 'Die Smartcard entfernen',
  'A USB device has an address of type usb, not {1}. Leave the address out, and libvirt picks one.':
    'Ein USB-Gerät hat eine Adresse vom Typ usb, nicht {1}. Die Adresse weglassen, dann wählt libvirt eine.',
  'The USB bus {1} has a {2} already, whose place this one would get.':
    'Der USB-Bus {1} hat schon einen {2}, und dieser käme an dessen Platz.',
  'A companion has two of the six ports: its first is at most {1}, not {2}.':
    'Ein Begleit-Controller hat zwei der sechs Ports: Sein erster ist höchstens {1}, nicht {2}.',
  'Another companion of the bus has the ports {1} and {2}, or one of them.':
    'Ein anderer Begleit-Controller des Busses hat die Ports {1} und {2} oder einen davon.',
  'Begin at port {1}': 'Bei Port {1} beginnen',
  'The controller says that it is a part of another with the same number, which is not there.':
    'Der Controller nennt sich Teil eines anderen mit derselben Nummer, und den gibt es nicht.',
  'Leave master out': 'master weglassen',
  '{1} is the USB 1 half of ich9-ehci1, which has to be there with the same number. qemu-xhci does all of it alone.':
    '{1} ist die USB-1-Hälfte von ich9-ehci1, das mit derselben Nummer da sein muss. qemu-xhci macht das alles allein.',
  'USB is switched off at {1}, and this device needs it. Remove one of them.':
    'USB ist bei {1} ausgeschaltet, und dieses Gerät braucht es. Eines von beiden entfernen.',
  'libvirt gives a machine for {1} no USB by itself, and this device needs it. Add a controller of type usb, model qemu-xhci.':
    'libvirt gibt einer Maschine für {1} von sich aus kein USB, und dieses Gerät braucht es. Einen Controller vom Typ usb hinzufügen, Modell qemu-xhci.',
  'Add a USB controller': 'USB-Controller hinzufügen',
  '{1} is in port {2} already. Leave the address out, and libvirt picks one.':
    '{1} ist schon in Port {2}. Die Adresse weglassen, dann wählt libvirt eine.',
  'A port has {1} steps at most, {2} has {3}. Leave the address out, and libvirt picks one.':
    'Ein Port hat höchstens {1} Stufen, {2} hat {3}. Die Adresse weglassen, dann wählt libvirt eine.',
  'There is no USB controller {1}. Leave the address out, and libvirt picks one.':
    'Es gibt keinen USB-Controller {1}. Die Adresse weglassen, dann wählt libvirt eine.',
  'There is no hub in port {1}. Leave the address out, and libvirt picks one.':
    'In Port {1} ist kein Hub. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} is no port: 1, or 1.2 for one of a hub. Leave the address out, and libvirt picks one.':
    '{1} ist kein Port: 1, oder 1.2 für einen an einem Hub. Die Adresse weglassen, dann wählt libvirt eine.',
  'The USB controller {1} has {2} ports: {3} is not among them. Leave the address out, and libvirt picks one.':
    'Der USB-Controller {1} hat {2} Ports: {3} ist nicht darunter. Die Adresse weglassen, dann wählt libvirt eine.',
  'A hub has {1} ports, {2} is not among them. Leave the address out, and libvirt picks one.':
    'Ein Hub hat {1} Ports, {2} ist nicht darunter. Die Adresse weglassen, dann wählt libvirt eine.',
  '{1} has {2} ports at most.': '{1} hat höchstens {2} Ports.',
  'A {1} has as many ports as it has. Leave ports out, or take qemu-xhci.':
    'Die Zahl der Ports von {1} steht fest. ports weglassen oder qemu-xhci nehmen.',
  'Leave ports out': 'ports weglassen',
  'A virtio device on conventional PCI is one that old guests know, and these know no IOMMU. Leave iommu out, or take q35.':
    'Ein virtio-Gerät an herkömmlichem PCI ist eines, das alte Gäste kennen, und die kennen keine IOMMU. iommu weglassen oder q35 nehmen.',
  'Leave iommu out': 'iommu weglassen',
  'QEMU has one action for all watchdogs: the first one’s is {1}, this one’s {2}.':
    'QEMU hat eine Aktion für alle Watchdogs: Die des ersten ist {1}, die von diesem {2}.',
  'There are two watchdogs {1}, libvirt takes one. Remove the second.':
    'Es gibt zwei Watchdogs {1}, libvirt nimmt einen. Den zweiten entfernen.',
  'Remove the second watchdog': 'Den zweiten Watchdog entfernen',
}
