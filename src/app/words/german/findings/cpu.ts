/** What the rules of cpu say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const cpu: Catalogue = {
  'A clock with the offset {1} has no adjustment; variable, utc and localtime have. Leave the adjustment out, or change the offset.':
    'Eine Uhr mit dem Offset {1} kennt kein adjustment; das haben variable, utc und localtime. adjustment weglassen oder den Offset ändern.',
  'Leave adjustment out': 'adjustment weglassen',
  'The adjustment {1} should be a number of seconds such as -3600, or reset.':
    'Das adjustment {1} muss eine Zahl von Sekunden wie -3600 sein oder reset.',
  'Leave it out': 'Weglassen',
  'The basis says what a variable offset counts from; this offset is {1}. Leave the basis out.':
    'basis sagt, wovon ein Offset variable zählt; dieser Offset ist {1}. basis weglassen.',
  'Leave basis out': 'basis weglassen',
  'A clock with the offset timezone needs timezone. Say it, or take the offset utc.':
    'Eine Uhr mit dem Offset timezone braucht timezone. Angeben oder den Offset utc nehmen.',
  'A clock with the offset absolute needs start. Say it, or take the offset utc.':
    'Eine Uhr mit dem Offset absolute braucht start. Angeben oder den Offset utc nehmen.',
  'Set the offset to utc': 'Den Offset auf utc setzen',
  'This guests have no timer {1}. Leave the timer out.':
    'Gäste dieser Architektur haben keinen Timer {1}. Den Timer weglassen.',
  '{1} guests have no timer {2}. Leave the timer out.':
    'Gäste für {1} haben keinen Timer {2}. Den Timer weglassen.',
  'Leave the timer out': 'Den Timer weglassen',
  'The timer {1} knows no policy for missed ticks, not {2}. Leave the policy out.':
    'Der Timer {1} kennt keine Regel für verpasste Ticks, auch nicht {2}. Die Regel weglassen.',
  'The timer {1} knows {2} for missed ticks, not {3}. Leave the policy out.':
    'Der Timer {1} kennt für verpasste Ticks {2}, nicht {3}. Die Regel weglassen.',
  'Leave the policy out': 'Die Regel weglassen',
  'How ticks are caught up counts with the policy catchup. Leave it out.':
    'Wie Ticks nachgeholt werden, zählt nur mit der Regel catchup. Weglassen.',
  'The limit is for the width of the host, passed through. Say bits instead.':
    'limit gilt für die durchgereichte Adressbreite des Hosts. Stattdessen bits angeben.',
  'Leave the limit out': 'limit weglassen',
  'Passed through, the width of addresses is the host’s: leave bits out, or set the mode to emulate.':
    'Durchgereicht ist die Adressbreite die des Hosts: bits weglassen oder den Modus auf emulate setzen.',
  'Leave bits out': 'bits weglassen',
  'The host has no CPU {1}. Its CPUs are {2}; choose among them.':
    'Der Host hat keine CPU {1}. Seine CPUs sind {2}; eine davon wählen.',
  'An emulated cache is of level 3. Leave the cache out, and the CPU model decides.':
    'Ein emulierter Cache hat Level 3. Den Cache weglassen, dann entscheidet das CPU-Modell.',
  'Only a CPU passed through from the host shows the host’s cache. Leave the cache out, and the CPU model decides.':
    'Nur eine vom Host durchgereichte CPU zeigt den Cache des Hosts. Den Cache weglassen, dann entscheidet das CPU-Modell.',
  'A level is said with emulate only, not with {1}. Leave the cache out, and the CPU model decides.':
    'Ein Level gibt es nur mit emulate, nicht mit {1}. Den Cache weglassen, dann entscheidet das CPU-Modell.',
  'Leave the cache out': 'Den Cache weglassen',
  'The CPU mode custom needs a model. Name one such as EPYC, or take the mode host-passthrough.':
    'Der CPU-Modus custom braucht ein Modell. Eines wie EPYC nennen oder den Modus host-passthrough nehmen.',
  'Set the CPU mode to {1}': 'Den CPU-Modus auf {1} setzen',
  '{1} vCPUs are more than the 255 that plain interrupts can name. Add an IOMMU with interrupt remapping and extended interrupt mode (eim), with the I/O APIC of QEMU.':
    '{1} vCPUs sind mehr als die 255, die einfache Interrupts ansprechen können. Eine IOMMU mit Interrupt-Remapping und erweitertem Interrupt-Modus (eim) hinzufügen, mit dem I/O-APIC von QEMU.',
  'Add an Intel IOMMU with eim': 'Intel-IOMMU mit eim hinzufügen',
  'The feature {1} is said before already. Say it once.':
    'Das Feature {1} steht vorher schon da. Nur einmal angeben.',
  'Remove the second': 'Das Zweite entfernen',
  'libvirt {1} knows no feature {2} of a processor for {3}. Leave it out.':
    'libvirt {1} kennt kein Prozessor-Feature {2} für {3}. Weglassen.',
  'libvirt calls the feature {1} {2}, and knows it by this name alone.':
    'Das Feature {1} heißt bei libvirt {2}, und nur unter diesem Namen kennt libvirt es.',
  'Call it {1}': '{1} nennen',
  'Leave {1} out': '{1} weglassen',
  'An emulated guest gets version 2 of the interrupt controller, which serves 8 vCPUs; the VM has {1}. Take version 3.':
    'Ein emulierter Gast bekommt Version 2 des Interrupt-Controllers, die 8 vCPUs bedient; die VM hat {1}. Version 3 nehmen.',
  'Take version 3': 'Version 3 nehmen',
  'Version 2 of the interrupt controller serves 8 vCPUs, the VM has {1}. Take version 3.':
    'Version 2 des Interrupt-Controllers bedient 8 vCPUs, die VM hat {1}. Version 3 nehmen.',
  'An emulated ARM guest can’t copy the model of the host’s processor. Take the CPU mode maximum.':
    'Ein emulierter ARM-Gast kann das Prozessormodell des Hosts nicht übernehmen. Den CPU-Modus maximum nehmen.',
  'Only the CPU modes host-passthrough and maximum know migratable, this one is {1}. Leave migratable out.':
    'Nur die CPU-Modi host-passthrough und maximum kennen migratable, dieser ist {1}. migratable weglassen.',
  'Leave migratable out': 'migratable weglassen',
  'libvirt {1} knows no processor {2} for {3}. Name one that it knows, such as {4}, or take the mode host-passthrough.':
    'libvirt {1} kennt keinen Prozessor {2} für {3}. Einen nennen, den es kennt, etwa {4}, oder den Modus host-passthrough nehmen.',
  'Take {1}': '{1} nehmen',
  'VMs inside this VM are asked for, and nobody knows whether the host’s processor calls it vmx or svm. Say what the host is, take the host’s own processor, or add the feature to libvirt.cpu.features.':
    'In dieser VM sollen VMs laufen, und ob es beim Prozessor des Hosts vmx oder svm heißt, ist nicht bekannt. Angaben zum Host machen, den Prozessor des Hosts nehmen oder das Feature in libvirt.cpu.features hinzufügen.',
  'VMs inside this VM are asked for, and nothing is known of how a guest of this architecture would be given them.':
    'In dieser VM sollen VMs laufen, und wie ein Gast dieser Architektur sie bekäme, ist nicht bekannt.',
  'VMs inside this VM are asked for, and nothing is known of how a guest of {1} would be given them.':
    'In dieser VM sollen VMs laufen, und wie ein Gast für {1} sie bekäme, ist nicht bekannt.',
  'VMs inside this VM are asked for, and an emulated processor has no virtualisation for a guest.':
    'In dieser VM sollen VMs laufen, aber ein emulierter Prozessor bietet einem Gast keine Virtualisierung.',
  'VMs inside this VM are asked for, and the feature {1} of the processor is taken away in libvirt.cpu.features.':
    'In dieser VM sollen VMs laufen, aber libvirt.cpu.features nimmt dem Prozessor das Feature {1}.',
  'Don’t ask for them': 'Nicht verlangen',
  'An emulated guest can’t have the host’s own processor: host-passthrough needs KVM. Take the CPU mode maximum.':
    'Ein emulierter Gast kann den Prozessor des Hosts nicht haben: host-passthrough braucht KVM. Den CPU-Modus maximum nehmen.',
  'The CPU mode host-passthrough gives the host’s processor; the model {1} is ignored. Leave the model out, or take the mode custom.':
    'Der CPU-Modus host-passthrough gibt den Prozessor des Hosts; das Modell {1} wird ignoriert. Das Modell weglassen oder den Modus custom nehmen.',
  'Leave the CPU model out': 'Das CPU-Modell weglassen',
  'There is no CPU {1}: libvirt numbers them up to {2}.':
    'Es gibt keine CPU {1}: libvirt nummeriert sie bis {2}.',
  'The machine {1} has {2} vCPUs at most, the VM is to have {3}.':
    'Die Maschine {1} hat höchstens {2} vCPUs, die VM soll {3} haben.',
  "The topology makes {1} vCPUs (sockets {2}, dies {3}, clusters {4}, cores {5}, threads {6}), the VM has {7}. libvirt: “CPU topology doesn't match maximum vcpu count”. Change one of them.":
    "Die Topologie ergibt {1} vCPUs (Sockets {2}, Dies {3}, Cluster {4}, Kerne {5}, Threads {6}), die VM hat {7}. libvirt: „CPU topology doesn't match maximum vcpu count“. Eines von beiden ändern.",
  'Set {1} to {2}': '{1} auf {2} setzen',
  'Leave the topology out': 'Die Topologie weglassen',
  'The topology says nothing of sockets and cores and threads, which libvirt requires. Set them, at least to 1.':
    'Die Topologie sagt nichts über sockets, cores und threads, die libvirt verlangt. Auf mindestens 1 setzen.',
  'The topology says nothing of {1} and {2}, which libvirt requires. Set them, at least to 1.':
    'Die Topologie sagt nichts über {1} und {2}, die libvirt verlangt. Auf mindestens 1 setzen.',
  'The topology says nothing of {1}, which libvirt requires. Set it, at least to 1.':
    'Die Topologie sagt nichts über {1}, das libvirt verlangt. Auf mindestens 1 setzen.',
  'Set sockets and cores and threads to 1': 'sockets, cores und threads auf 1 setzen',
  'Set sockets and cores to 1': 'sockets und cores auf 1 setzen',
  'Set sockets and threads to 1': 'sockets und threads auf 1 setzen',
  'Set cores and threads to 1': 'cores und threads auf 1 setzen',
  'The machine {1} knows no {2}; it has sockets ({3}) and cores ({4}). Multiply them into the cores.':
    'Die Maschine {1} kennt keine {2}; sie hat Sockets ({3}) und Kerne ({4}). In die Kerne hineinrechnen.',
  'Set {1} to 1 and cores to {2}': '{1} auf 1 und cores auf {2} setzen',
  'SVE is switched off, so the vector length {1} can’t be there.':
    'SVE ist ausgeschaltet, also kann es die Vektorlänge {1} nicht geben.',
  'Remove {1}': '{1} entfernen',
  'The vendor {1} has to be of 12 characters without a comma, as GenuineIntel is.':
    'Der Hersteller {1} muss 12 Zeichen ohne Komma haben, wie GenuineIntel.',
  'Leave the vendor out': 'Den Hersteller weglassen',
  '{1} belongs to a processor: say a mode such as host-passthrough, or a model.':
    '{1} gehört zu einem Prozessor: einen Modus wie host-passthrough oder ein Modell angeben.',
  'A dirty ring has a power of 2 of entries, from 1024 to 65536, and not {1}.':
    'Die Zahl der Einträge eines Dirty Rings ist eine Zweierpotenz von 1024 bis 65536, nicht {1}.',
  '{1} is on, and {2} is not said. {3} is usual.': '{1} ist an, und {2} fehlt. Üblich ist {3}.',
  'Set it to {1}': 'Auf {1} setzen',
  'The machine {1} ({2}) has no {3}. Leave it out.': 'Die Maschine {1} ({2}) kennt {3} nicht. Weglassen.',
  'PS/2 is switched off, but vmport needs it.': 'PS/2 ist ausgeschaltet, aber vmport braucht es.',
  'PS/2 is switched off, but a PS/2 mouse or keyboard needs it.':
    'PS/2 ist ausgeschaltet, aber eine PS/2-Maus oder -Tastatur braucht es.',
  'Leave PS/2 on': 'PS/2 eingeschaltet lassen',
  'libvirt wants to know of {1} whether it is on or off: say its state.':
    'libvirt will von {1} wissen, ob es an oder aus ist: state angeben.',
  'These are settings of QEMU’s emulation, and the guest runs on KVM. Leave them out.':
    'Das sind Einstellungen der Emulation von QEMU, und der Gast läuft mit KVM. Weglassen.',
  'Leave them out': 'Weglassen',
  'Hyper-V enlightenments are for x86 guests; QEMU does not start with them on another architecture. Leave them out.':
    'Hyper-V-Enlightenments sind für x86-Gäste; auf einer anderen Architektur startet QEMU damit nicht. Weglassen.',
  'Leave the Hyper-V features out': 'Die Hyper-V-Features weglassen',
  'The enlightenment {1} has no effect without {2} and {3}. Switch them on.':
    'Das Enlightenment {1} wirkt nicht ohne {2} und {3}. Beide einschalten.',
  'The enlightenment {1} has no effect without {2}. Switch it on.':
    'Das Enlightenment {1} wirkt nicht ohne {2}. Einschalten.',
  'Switch {1} and {2} on': '{1} und {2} einschalten',
  'Switch {1} on': '{1} einschalten',
  '{1} spinlock retries are too few. libvirt: “HyperV spinlock retry count must be at least 4095”. 8191 is usual.':
    '{1} Spinlock-Versuche sind zu wenige. libvirt: „HyperV spinlock retry count must be at least 4095“. Üblich sind 8191.',
  'The vendor id {1} has {2} characters, it may have 12 at most.':
    'Die Herstellerkennung {1} hat {2} Zeichen, höchstens 12 dürfen es sein.',
  'Shorten it to {1}': 'Auf {1} kürzen',
  'Disks on scsi have no I/O thread of their own: it belongs to the SCSI controller. Leave it out.':
    'Laufwerke an scsi haben keinen eigenen I/O-Thread: Er gehört zum SCSI-Controller. Weglassen.',
  'Disks on {1} have no I/O thread, virtio disks have. Leave it out.':
    'Laufwerke an {1} haben keinen I/O-Thread, virtio-Laufwerke schon. Weglassen.',
  'I/O thread {1} is said before already.': 'Der I/O-Thread {1} steht vorher schon da.',
  'The main loop has more workers at least than at most, or none.':
    'Die Hauptschleife hat mindestens mehr Worker als höchstens, oder gar keine.',
  'Leave its workers out': 'Ihre Worker weglassen',
  'I/O thread {1} has {2} workers at least and no number said at most.':
    'Der I/O-Thread {1} hat mindestens {2} Worker, und die Höchstzahl fehlt.',
  'I/O thread {1} has {2} workers at least and {3} at most.':
    'Der I/O-Thread {1} hat mindestens {2} Worker und höchstens {3}.',
  'Leave the least out': 'Die Mindestzahl weglassen',
  'There is one I/O thread, and a list of them. Without the list libvirt deals them out itself.':
    'Es gibt einen I/O-Thread und dazu eine Liste davon. Ohne die Liste verteilt libvirt sie selbst.',
  'I/O thread {1} is on the list twice. Without the list libvirt deals them out itself.':
    'Der I/O-Thread {1} steht zweimal in der Liste. Ohne die Liste verteilt libvirt sie selbst.',
  'Some I/O threads have their queues, and others have not. Without the list libvirt deals them out itself.':
    'Manche I/O-Threads haben ihre Warteschlangen, andere nicht. Ohne die Liste verteilt libvirt sie selbst.',
  'How many queues there are is not said. Without the list libvirt deals them out itself.':
    'Wie viele Warteschlangen es gibt, ist nicht angegeben. Ohne die Liste verteilt libvirt sie selbst.',
  'Queue {1} has two I/O threads. Without the list libvirt deals them out itself.':
    'Die Warteschlange {1} hat zwei I/O-Threads. Ohne die Liste verteilt libvirt sie selbst.',
  'There are {1} queues, numbered from 0, and no queue {2}. Without the list libvirt deals them out itself.':
    'Es gibt {1} Warteschlangen, gezählt ab 0, und keine Warteschlange {2}. Ohne die Liste verteilt libvirt sie selbst.',
  'Some queues have no I/O thread. Without the list libvirt deals them out itself.':
    'Manche Warteschlangen haben keinen I/O-Thread. Ohne die Liste verteilt libvirt sie selbst.',
  'Leave the list out': 'Die Liste weglassen',
  'I/O thread {1} is pinned twice. Put all its host CPUs into one pin.':
    'Der I/O-Thread {1} ist zweimal angeheftet. Alle seine Host-CPUs in eine Anheftung schreiben.',
  'Remove the second pin': 'Die zweite Anheftung entfernen',
  'I/O thread {1} is pinned, but there is 1. Remove the pin, or raise libvirt.iothreads.':
    'Der I/O-Thread {1} ist angeheftet, aber es gibt nur 1. Die Anheftung entfernen oder libvirt.iothreads erhöhen.',
  'I/O thread {1} is pinned, but there are {2}. Remove the pin, or raise libvirt.iothreads.':
    'Der I/O-Thread {1} ist angeheftet, aber es gibt {2}. Die Anheftung entfernen oder libvirt.iothreads erhöhen.',
  'There is no I/O thread {1}.': 'Es gibt keinen I/O-Thread {1}.',
  'Remove the scheduler': 'Den Scheduler entfernen',
  'I/O thread {1} is used, but there is 1, with numbers of their own. Raise libvirt.iothreads, or leave the I/O thread out.':
    'Der I/O-Thread {1} wird benutzt, aber es gibt nur 1, mit eigener Nummer. libvirt.iothreads erhöhen oder den I/O-Thread weglassen.',
  'I/O thread {1} is used, but there are {2}, with numbers of their own. Raise libvirt.iothreads, or leave the I/O thread out.':
    'Der I/O-Thread {1} wird benutzt, aber es gibt {2}, mit eigenen Nummern. libvirt.iothreads erhöhen oder den I/O-Thread weglassen.',
  'I/O thread {1} is used, but there is 1. Raise libvirt.iothreads, or leave the I/O thread out.':
    'Der I/O-Thread {1} wird benutzt, aber es gibt nur 1. libvirt.iothreads erhöhen oder den I/O-Thread weglassen.',
  'I/O thread {1} is used, but there are {2}. Raise libvirt.iothreads, or leave the I/O thread out.':
    'Der I/O-Thread {1} wird benutzt, aber es gibt {2}. libvirt.iothreads erhöhen oder den I/O-Thread weglassen.',
  'Wrapped keys are for s390; this guest is for {1}. Leave them out.':
    'Verpackte Schlüssel gibt es für s390; dieser Gast ist für {1}. Weglassen.',
  'There is no machine {1} for {2}. Take {3}, or change os.arch.':
    'Es gibt keine Maschine {1} für {2}. {3} nehmen oder os.arch ändern.',
  'Set the machine to {1}': 'Die Maschine auf {1} setzen',
  '{1} emulates {2}, and the guest is for {3}. Leave the emulator out: libvirt finds the one for {4}.':
    '{1} emuliert {2}, und der Gast ist für {3}. Den Emulator weglassen: libvirt findet den für {4}.',
  'Leave the emulator out': 'Den Emulator weglassen',
  'The board {1} has {2} MiB of memory at most.': 'Das Board {1} hat höchstens {2} MiB Arbeitsspeicher.',
  'The board {1} has a {2} and no other processor. Leave cpu out.':
    'Das Board {1} hat einen {2} und keinen anderen Prozessor. cpu weglassen.',
  'The machine {1} has no watchdog {2}. Remove it.': 'Die Maschine {1} hat keinen Watchdog {2}. Entfernen.',
  'The machine {1} has no PS/2 port. Remove it.': 'Die Maschine {1} hat keinen PS/2-Anschluss. Entfernen.',
  'The machine {1} has no floppy drive. Remove it.':
    'Die Maschine {1} hat kein Diskettenlaufwerk. Entfernen.',
  'The machine {1} has no sound card {2}. Remove it.':
    'Die Maschine {1} hat keine Soundkarte {2}. Entfernen.',
  'The machine {1} has no parallel port. Remove it.':
    'Die Maschine {1} hat keinen parallelen Anschluss. Entfernen.',
  'The machine {1} has no VMware port. Remove it.': 'Die Maschine {1} hat keinen VMware-Port. Entfernen.',
  'Remove it': 'Entfernen',
  'QEMU 10 has the machine {1} no more. {2} is always the newest.':
    'QEMU 10 hat die Maschine {1} nicht mehr. {2} ist immer die neueste.',
  'The machine {1} has no PCI bus, and libvirt puts network cards, video and the memory balloon there. Take q35.':
    'Die Maschine {1} hat keinen PCI-Bus, und libvirt steckt Netzwerkkarten, Grafik und den Memory Balloon dorthin. q35 nehmen.',
  'No QEMU has the machine {1} yet. {2} is always the newest.':
    'Kein QEMU hat die Maschine {1} bisher. {2} ist immer die neueste.',
  'QEMU has no machine {1} for {2}. Take {3}.': 'QEMU hat keine Maschine {1} für {2}. {3} nehmen.',
  'There is no NUMA cell {1}. Leave it out.': 'Es gibt keine NUMA-Zelle {1}. Weglassen.',
  'There is no NUMA cell {1}.': 'Es gibt keine NUMA-Zelle {1}.',
  'NUMA cell {1} has no cache of level {2}. Leave it out.':
    'Die NUMA-Zelle {1} hat keinen Cache mit Level {2}. Weglassen.',
  'The same is said before already. Leave it out.': 'Dasselbe steht vorher schon da. Weglassen.',
  'The levels of caches begin with 1. Leave it out.': 'Die Level der Caches beginnen mit 1. Weglassen.',
  'Nothing says how fast the memory of cell {1} is, which its caches want. Leave it out.':
    'Nichts sagt, wie schnell der Arbeitsspeicher der Zelle {1} ist, und ihre Caches verlangen das. Weglassen.',
  'Cell {1} has a cache of level {2} already. Leave it out.':
    'Die Zelle {1} hat schon einen Cache mit Level {2}. Weglassen.',
  'vCPU {1} is in the cells {2} and {3}. Each vCPU belongs to one cell.':
    'vCPU {1} ist in den Zellen {2} und {3}. Jede vCPU gehört zu einer Zelle.',
  'The NUMA cell has vCPU {1}, but the VM has {2}, numbered from 0 to {3}. Change the cell, or give the VM more vCPUs.':
    'Die NUMA-Zelle hat vCPU {1}, aber die VM hat {2}, gezählt von 0 bis {3}. Die Zelle ändern oder der VM mehr vCPUs geben.',
  'There is no NUMA cell {1} to have a distance to.':
    'Es gibt keine NUMA-Zelle {1}, zu der ein Abstand sein könnte.',
  'The distance to the cell itself is 10, to another 11 to 255; {1} is neither.':
    'Der Abstand zur Zelle selbst ist 10, zu einer anderen 11 bis 255; {1} ist keins von beiden.',
  'Remove the distance': 'Den Abstand entfernen',
  'NUMA cells are numbered from 0 without a gap, these are {1}.':
    'NUMA-Zellen sind ab 0 lückenlos nummeriert, diese sind {1}.',
  'Number them in their order': 'Der Reihe nach nummerieren',
  'The NUMA cells have {1} together, the VM has {2}; libvirt makes it the sum. Change the cells, or set the memory to {3}.':
    'Die NUMA-Zellen haben zusammen {1}, die VM hat {2}; libvirt macht daraus die Summe. Die Zellen ändern oder den Arbeitsspeicher auf {3} setzen.',
  'Set the memory to {1}': 'Den Arbeitsspeicher auf {1} setzen',
  'Cell {1} has its nodes already. Remove the second.':
    'Die Zelle {1} hat ihre Knoten schon. Die zweite Angabe entfernen.',
  'The guest has no NUMA cells to tune: say them under cpu.numa, or leave this out.':
    'Der Gast hat keine NUMA-Zellen zum Einstellen: unter cpu.numa angeben oder das hier weglassen.',
  'With automatic placement the host picks the nodes: a cell can’t be bound.':
    'Bei automatischer Platzierung wählt der Host die Knoten: Eine Zelle lässt sich nicht binden.',
  'restrictive is said of the whole memory and of each cell, or of neither.':
    'restrictive gilt für den ganzen Arbeitsspeicher und jede Zelle oder für keins von beiden.',
  'Remove the binding': 'Die Bindung entfernen',
  '{1} names no NUMA node. Write them as 0-1 or 0,2.':
    '{1} nennt keinen NUMA-Knoten. Als 0-1 oder 0,2 schreiben.',
  'The host has no NUMA node {1}; it has {2}.': 'Der Host hat keinen NUMA-Knoten {1}; er hat {2}.',
  'Linux numbers NUMA nodes below {1}, {2} can’t be there.':
    'Linux nummeriert NUMA-Knoten unter {1}, {2} kann es nicht geben.',
  'Static placement names the host’s NUMA nodes: set nodeset, or placement to auto.':
    'Statische Platzierung nennt die NUMA-Knoten des Hosts: nodeset angeben oder placement auf auto setzen.',
  '{1} needs KVM, and this domain is emulated. Leave it out.':
    '{1} braucht KVM, und diese Domain wird emuliert. Weglassen.',
  'The vCPUs {1} are partly those of another share, {2}. Leave it out.':
    'Die vCPUs {1} sind zum Teil die eines anderen Anteils, {2}. Weglassen.',
  'The cache {1} of level {2} has a share here already. Leave it out.':
    'Der Cache {1} mit Level {2} hat hier schon einen Anteil. Weglassen.',
  'Node {1} has its bandwidth here already. Leave it out.':
    'Der Knoten {1} hat hier schon seine Bandbreite. Weglassen.',
  'The scheduler {1} wants a priority from 1 to 99.':
    'Der Scheduler {1} verlangt eine Priorität von 1 bis 99.',
  'Only x86 machines have System Management Mode. Leave SMM out.':
    'Nur x86-Maschinen haben den System Management Mode. SMM weglassen.',
  'Leave SMM out': 'SMM weglassen',
  'Only q35 has a TSEG. Leave it out.': 'Nur q35 hat ein TSEG. Weglassen.',
  'The TSEG is whole MiB, {1} is not.': 'Das TSEG hat ganze MiB, {1} sind das nicht.',
  'The VM starts with {1} vCPUs but has {2} at most. Start with fewer, or raise the number.':
    'Die VM startet mit {1} vCPUs, hat aber höchstens {2}. Mit weniger starten oder die Zahl erhöhen.',
  'Start with {1} vCPUs': 'Mit {1} vCPUs starten',
  'vCPUs {1} and {2} are both pinned to CPU {3} of the host and take turns there. Give each a CPU of its own.':
    'Die vCPUs {1} und {2} sind beide an CPU {3} des Hosts angeheftet und wechseln sich dort ab. Jeder eine eigene CPU geben.',
  'vCPU {1} is pinned twice. Put all its host CPUs into one pin.':
    'vCPU {1} ist zweimal angeheftet. Alle ihre Host-CPUs in eine Anheftung schreiben.',
  'vCPU {1} is pinned, but the VM has {2}, numbered from 0 to {3}. libvirt drops the pin without a word. Remove it, or give the VM more vCPUs.':
    'vCPU {1} ist angeheftet, aber die VM hat {2}, gezählt von 0 bis {3}. libvirt lässt die Anheftung wortlos weg. Entfernen oder der VM mehr vCPUs geben.',
  'Remove the pin of vCPU {1}': 'Die Anheftung von vCPU {1} entfernen',
  'A scheduler is said for {1} before already.': 'Für {1} ist vorher schon ein Scheduler angegeben.',
  'The vCPUs are numbered from 0 to {1}; there is no vCPU {2}.':
    'Die vCPUs sind von 0 bis {1} nummeriert; es gibt keine vCPU {2}.',
  'Either all vCPUs that are on have an order, or none.':
    'Entweder haben alle eingeschalteten vCPUs eine order oder keine.',
  'vCPU 0 is there from the start: another one can be off.':
    'vCPU 0 ist von Anfang an da: Nur eine andere kann aus sein.',
  'Another vCPU is number {1} in the order already.':
    'Eine andere vCPU hat in der Reihenfolge schon die Nummer {1}.',
  'Leave the list of vCPUs out': 'Die Liste der vCPUs weglassen',
  'There is no vCPU {1}; the last one is {2}.': 'Es gibt keine vCPU {1}; die letzte ist {2}.',
  'The scheduler {1} needs a priority.': 'Der Scheduler {1} braucht eine Priorität.',
  'The scheduler {1} has no priority.': 'Der Scheduler {1} hat keine Priorität.',
  'Leave the scheduler out': 'Den Scheduler weglassen',
  'Shares go from 2 to 262144; {1} is beyond. 1024 is a usual share.':
    'Anteile gehen von 2 bis 262144; {1} liegt außerhalb. Üblich ist 1024.',
  'Leave the shares out': 'Die Anteile weglassen',
}
