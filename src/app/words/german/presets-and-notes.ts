/** The presets, and why values are filled in. */
import type { Catalogue } from '../catalogue.ts'

export const presetsAndNotes: Catalogue = {
  'Linux development': 'Linux-Entwicklung',
  'A Linux in your own session, without root, that shares a directory with you.':
    'Ein Linux in Ihrer eigenen Sitzung, ohne root, das ein Verzeichnis mit Ihnen teilt.',
  "A Linux in your own session, without root, that shares a directory with you. The share is virtiofs with mapped ids, so that what the guest's first user writes is yours; SSH and a web server are on ports of 127.0.0.1, for this host alone.":
    'Ein Linux in Ihrer eigenen Sitzung, ohne root, das ein Verzeichnis mit Ihnen teilt. Die Freigabe ist virtiofs mit umgesetzten IDs, sodass Ihnen gehört, was der erste Benutzer des Gastes schreibt; SSH und ein Webserver liegen auf Ports von 127.0.0.1, nur für diesen Host.',
  'a libvirt session': 'eine libvirt-Sitzung',
  'Headless server': 'Server ohne Bildschirm',
  'The smallest useful server: a cloud image, and SSH on a port of 127.0.0.1.':
    'Der kleinste brauchbare Server: ein Cloud-Abbild und SSH auf einem Port von 127.0.0.1.',
  'The smallest useful server: a cloud image, and SSH on a port of 127.0.0.1. It has no screen; a serial console is there for the day when it is needed, and the agent stops it cleanly.':
    'Der kleinste brauchbare Server: ein Cloud-Abbild und SSH auf einem Port von 127.0.0.1. Er hat keinen Bildschirm; eine serielle Konsole ist da für den Tag, an dem sie gebraucht wird, und der Agent fährt ihn sauber herunter.',
  passt: 'passt',
  'Windows 11 desktop': 'Windows-11-Desktop',
  'Windows 11 with its screen in a window.': 'Windows 11 mit seinem Bildschirm in einem Fenster.',
  'Windows 11 with its screen in a window. It checks for UEFI with Secure Boot and a TPM 2.0. It knows no virtio: its installer sees the disk once you load the driver (viostor) from the second disc, and that disc has the others for afterwards. Without a source the root disk is a new one, and empty.':
    'Windows 11 mit seinem Bildschirm in einem Fenster. Es verlangt UEFI mit Secure Boot und ein TPM 2.0. virtio kennt es nicht: Sein Installationsprogramm sieht das Laufwerk, sobald von der zweiten CD der Treiber (viostor) geladen ist; die übrigen Treiber für danach sind auch darauf. Ohne Quelle ist das Systemlaufwerk neu und leer.',
  'UEFI with Secure Boot': 'UEFI mit Secure Boot',
  swtpm: 'swtpm',
  'the network “default”': 'das Netzwerk „default“',
  'Windows and its drivers': 'Windows und seine Treiber',
  'Windows gaming with a graphics card': 'Windows zum Spielen mit einer Grafikkarte',
  'Windows with a whole graphics card of the host, near the speed of a real machine.':
    'Windows mit einer ganzen Grafikkarte des Hosts, fast so schnell wie ein echter Rechner.',
  'Windows with a whole graphics card of the host, near the speed of a real machine. vCPUs sit on whole cores of their own, the emulator beside them, memory in huge pages, and nothing hints at a hypervisor for drivers that mind. Pick the card with its whole IOMMU group under Host devices.':
    'Windows mit einer ganzen Grafikkarte des Hosts, fast so schnell wie ein echter Rechner. Die vCPUs haben ganze Kerne für sich, der Emulator läuft daneben, der Arbeitsspeicher liegt in Huge Pages, und nichts deutet auf einen Hypervisor hin, für Treiber, die das stört. Die Karte mit ihrer ganzen IOMMU-Gruppe unter „Geräte des Hosts“ wählen.',
  'an IOMMU': 'eine IOMMU',
  'a second graphics card': 'eine zweite Grafikkarte',
  '16 threads': '16 Threads',
  'huge pages': 'Huge Pages',
  'Looking Glass': 'Looking Glass',
  'A passed-through card draws, and Looking Glass shows it in a window of the host through shared memory.':
    'Eine durchgereichte Karte zeichnet, und Looking Glass zeigt das Bild über gemeinsamen Speicher in einem Fenster des Hosts.',
  "A passed-through card draws, and Looking Glass shows it in a window of the host through shared memory. Pick the card under Host devices, and the size of the memory by the screen under Other devices: 32M for 1920x1080, 64M for 2560x1440, 128M for 4K. The host's setup lets the client into that memory. Without a source the root disk is a new one, and empty.":
    'Eine durchgereichte Karte zeichnet, und Looking Glass zeigt das Bild über gemeinsamen Speicher in einem Fenster des Hosts. Die Karte unter „Geräte des Hosts“ wählen und die Größe des Speichers nach dem Bildschirm unter „Weitere Geräte“: 32M für 1920x1080, 64M für 2560x1440, 128M für 4K. Die Einrichtung des Hosts lässt den Client an diesen Speicher. Ohne Quelle ist das Systemlaufwerk neu und leer.',
  'a graphics card': 'eine Grafikkarte',
  'the Looking Glass client': 'der Client von Looking Glass',
  'Home Assistant': 'Home Assistant',
  'The Home Assistant appliance, with an address of its own in the house.':
    'Die Appliance von Home Assistant, mit eigener Adresse im Haus.',
  'The Home Assistant appliance, with an address of its own in the house. It comes as a disk that boots by UEFI and is not signed, so Secure Boot stays off; its address comes by the bridge. Pick its radio stick under Host devices, by its port.':
    'Die Appliance von Home Assistant, mit eigener Adresse im Haus. Sie kommt als Laufwerk, das per UEFI startet und nicht signiert ist; Secure Boot bleibt daher aus. Ihre Adresse bekommt sie über die Bridge. Den Funkstick unter „Geräte des Hosts“ wählen, nach seinem Anschluss.',
  'a bridge': 'eine Bridge',
  'the appliance’s disk': 'das Laufwerk der Appliance',
  'OPNsense router': 'OPNsense-Router',
  'A router and firewall between two networks.': 'Router und Firewall zwischen zwei Netzen.',
  'A router and firewall between two networks. Its own cards, passed through, are the fastest and keep the host out of the traffic: pick them under Host devices, and take the bridges away. FreeBSD speaks virtio, and wants the CPU as it is for its ciphers. Without a source the root disk is a new one, and empty.':
    'Router und Firewall zwischen zwei Netzen. Eigene, durchgereichte Karten sind am schnellsten und halten den Host aus dem Verkehr heraus: sie unter „Geräte des Hosts“ wählen und die Bridges entfernen. FreeBSD spricht virtio und will für seine Verschlüsselung die CPU, wie sie ist. Ohne Quelle ist das Systemlaufwerk neu und leer.',
  '2 bridges': '2 Bridges',
  'the installer': 'das Installationsmedium',
  'Nested lab': 'Verschachteltes Labor',
  'A host inside a guest, to try virtualisation without risk.':
    'Ein Host in einem Gast, um Virtualisierung ohne Risiko auszuprobieren.',
  'A host inside a guest, to try virtualisation without risk. The guest gets the processor with its virtualisation, memory to give away, and an IOMMU, so that it can pass devices on.':
    'Ein Host in einem Gast, um Virtualisierung ohne Risiko auszuprobieren. Der Gast bekommt den Prozessor samt Virtualisierung, Arbeitsspeicher zum Weitergeben und eine IOMMU, damit er Geräte durchreichen kann.',
  'nested KVM': 'verschachteltes KVM',
  'ARM on an x86 host': 'ARM auf einem x86-Host',
  'An ARM machine, emulated: slow, and good enough to build and test.':
    'Eine emulierte ARM-Maschine: langsam, aber gut genug zum Bauen und Testen.',
  'An ARM machine, emulated: slow, and good enough to build and test. The machine is virt, the processor all that QEMU can emulate, and the firmware is UEFI: an ARM board has no BIOS.':
    'Eine emulierte ARM-Maschine: langsam, aber gut genug zum Bauen und Testen. Die Maschine ist virt, der Prozessor kann alles, was QEMU emuliert, und die Firmware ist UEFI: ARM-Boards haben kein BIOS.',
  'QEMU for ARM': 'QEMU für ARM',
  'UEFI for ARM': 'UEFI für ARM',
  'Confidential VM': 'Vertrauliche VM',
  "The processor encrypts the guest's memory, and the host can't read it (AMD SEV-SNP).":
    'Der Prozessor verschlüsselt den Arbeitsspeicher des Gastes, und der Host kann ihn nicht lesen (AMD SEV-SNP).',
  "The processor encrypts the guest's memory, and the host can't read it (AMD SEV-SNP). Firmware has to be built for it; QEMU sends all virtio through bounce buffers by itself then, and nothing may be plugged in or shared with the host.":
    'Der Prozessor verschlüsselt den Arbeitsspeicher des Gastes, und der Host kann ihn nicht lesen (AMD SEV-SNP). Die Firmware muss dafür gebaut sein; QEMU leitet dann alles von virtio von selbst über Bounce Buffers, und nichts darf im Betrieb angesteckt oder mit dem Host geteilt werden.',
  'an EPYC with SEV-SNP': 'ein EPYC mit SEV-SNP',
  'firmware for SEV-SNP': 'Firmware für SEV-SNP',
  'distro debian': 'distro debian',
  'It is Debian 13 that runs in it.': 'Darin läuft Debian 13.',
  'type kvm': 'type kvm',
  'KVM runs the guest on the processor itself.': 'KVM führt den Gast auf dem Prozessor selbst aus.',
  'architecture x86_64': 'Architektur x86_64',
  'The architecture of the host.': 'Die Architektur des Hosts.',
  'boot from disk': 'Start vom Laufwerk',
  'The first disk holds the system.': 'Auf dem ersten Laufwerk liegt das System.',
  'on_poweroff destroy': 'on_poweroff destroy',
  'What virt-manager and virt-install write too.': 'Was auch virt-manager und virt-install schreiben.',
  'on_reboot restart': 'on_reboot restart',
  'on_crash destroy': 'on_crash destroy',
  'clock utc': 'clock utc',
  'Linux keeps its clock in UTC.': 'Linux führt seine Uhr in UTC.',
  'ACPI on': 'ACPI an',
  'The guest needs it to switch off cleanly, and UEFI needs it at all.':
    'Der Gast braucht es, um sauber auszuschalten, und UEFI überhaupt.',
  'APIC on': 'APIC an',
  'More than one vCPU needs it.': 'Mehr als eine vCPU braucht ihn.',
  'all memory from the start': 'der ganze Arbeitsspeicher von Anfang an',
  'The balloon can still take some back later.': 'Der Balloon kann später noch etwas zurücknehmen.',
  'placement static': 'placement static',
  'The vCPUs run where cpuset and pinning say.': 'Die vCPUs laufen, wo cpuset und die Anheftung es sagen.',
  'CPU host-passthrough': 'CPU host-passthrough',
  'The guest gets all that the host’s processor can do.':
    'Der Gast bekommt alles, was der Prozessor des Hosts kann.',
  'no check': 'keine Prüfung',
  'Passing the processor through leaves nothing to compare.':
    'Wird der Prozessor durchgereicht, bleibt nichts zu vergleichen.',
  'the root disk': 'das Systemlaufwerk',
  'qcow2 grows as it is filled, virtio is the fastest bus.':
    'qcow2 wächst, wie es gefüllt wird; virtio ist der schnellste Bus.',
  'the cloud-init seed': 'der Seed für cloud-init',
  'cloud-init finds its data on a CD labelled cidata.':
    'cloud-init findet seine Daten auf einer CD mit dem Namen cidata.',
  'access mode passthrough': 'access mode passthrough',
  'The only one that virtiofs knows.': 'Der einzige, den virtiofs kennt.',
  'memory from memfd': 'Arbeitsspeicher aus memfd',
  'virtiofsd has to see the guest’s memory.': 'virtiofsd muss den Arbeitsspeicher des Gastes sehen.',
  'a virtio card': 'eine virtio-Karte',
  'The fastest; Debian 13 has the driver.': 'Die schnellste; Debian 13 hat den Treiber.',
  'libvirt forwards ports with passt only.': 'libvirt leitet Ports nur mit passt weiter.',
  'bound to 127.0.0.1': 'an 127.0.0.1 gebunden',
  'The ports are for this host alone.': 'Die Ports sind nur für diesen Host.',
  'a serial port': 'eine serielle Schnittstelle',
  'The guest can be reached even when the network and the screen are not there: virsh console.':
    'Der Gast ist auch ohne Netzwerk und Bildschirm zu erreichen: virsh console.',
  'a console': 'eine Konsole',
  'the connection qemu:///system': 'die Verbindung qemu:///system',
  'A session can’t have the network default, /var/lib/libvirt/images/windows-11.iso, /var/lib/libvirt/images/virtio-win.iso: libvirt makes its networks in qemu:///system only.':
    'Eine Sitzung kann nicht haben: das Netzwerk default, /var/lib/libvirt/images/windows-11.iso, /var/lib/libvirt/images/virtio-win.iso. libvirt legt seine Netzwerke nur in qemu:///system an.',
  'libvirt finds the firmware': 'libvirt findet die Firmware',
  'The files are elsewhere on each distribution; libvirt knows where.':
    'Die Dateien liegen in jeder Distribution woanders; libvirt weiß, wo.',
  'the root disk on sata': 'das Systemlaufwerk an sata',
  'Windows 11 has no driver for virtio as it is installed.':
    'Windows 11 hat bei der Installation keinen Treiber für virtio.',
  'the network default': 'das Netzwerk default',
  'It is there on nearly every host.': 'Es ist auf fast jedem Host da.',
  'A session can’t have the network default, memory in huge pages, /var/lib/libvirt/images/windows-11.iso and 1 more: libvirt makes its networks in qemu:///system only.':
    'Eine Sitzung kann nicht haben: das Netzwerk default, Arbeitsspeicher in Huge Pages, /var/lib/libvirt/images/windows-11.iso und 1 weiteres. libvirt legt seine Netzwerke nur in qemu:///system an.',
  'a file of its own': 'eine eigene Datei',
  'A new disk lies with the other files of the VM.':
    'Ein neues Laufwerk liegt bei den anderen Dateien der VM.',
  'A session can’t have the bridge br0, /var/lib/libvirt/images/haos_ova.qcow2: it plugs into a bridge by the setuid qemu-bridge-helper alone, and into those that /etc/qemu/bridge.conf allows.':
    'Eine Sitzung kann nicht haben: die Bridge br0, /var/lib/libvirt/images/haos_ova.qcow2. An eine Bridge kommt sie nur über das setuid-Programm qemu-bridge-helper, und nur an solche, die /etc/qemu/bridge.conf erlaubt.',
  'The fastest; Home Assistant OS has the driver.': 'Die schnellste; Home Assistant OS hat den Treiber.',
  'A session can’t have the bridge br-wan, the bridge br-lan, /var/lib/libvirt/images/opnsense.iso: it plugs into a bridge by the setuid qemu-bridge-helper alone, and into those that /etc/qemu/bridge.conf allows.':
    'Eine Sitzung kann nicht haben: die Bridge br-wan, die Bridge br-lan, /var/lib/libvirt/images/opnsense.iso. An eine Bridge kommt sie nur über das setuid-Programm qemu-bridge-helper, und nur an solche, die /etc/qemu/bridge.conf erlaubt.',
}
