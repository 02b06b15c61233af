/** Labels and help of the fields of the part firmware. */
import type { Catalogue } from '../../catalogue.ts'

export const firmware: Catalogue = {
  'Kind of mainboard: q35 on x86_64, virt elsewhere; pc is the old one.':
    'Art des Mainboards: q35 auf x86_64, sonst virt; pc ist das alte.',
  'bios, UEFI, or UEFI that boots signed systems only.':
    'bios, UEFI oder UEFI, das nur signierte Systeme startet.',
  Backend: 'Backend',
  'What runs the VM.': 'Womit die VM läuft.',
  Autostart: 'Autostart',
  'The VM starts with the host.': 'Die VM startet mit dem Host.',
  'kvm runs on the processor, qemu emulates it.': 'kvm läuft auf dem Prozessor, qemu emuliert ihn.',
  'How the guest’s SMBIOS names maker, product and serial.':
    'Wie das SMBIOS des Gastes Hersteller, Produkt und Seriennummer nennt.',
  'smbios, or fwcfg for blobs handed to the firmware.':
    'smbios, oder fwcfg für Blobs, die die Firmware erhält.',
  'vendor, version, date, release.': 'vendor, version, date, release.',
  System: 'System',
  'manufacturer, product, version, serial, uuid, sku, family.':
    'manufacturer, product, version, serial, uuid, sku, family.',
  Baseboard: 'Mainboard',
  'manufacturer, product, version, serial, asset, location.':
    'manufacturer, product, version, serial, asset, location.',
  Chassis: 'Gehäuse',
  'manufacturer, version, serial, asset, sku.': 'manufacturer, version, serial, asset, sku.',
  'socket_destination, type, family, manufacturer, signature, version …':
    'socket_destination, type, family, manufacturer, signature, version …',
  'OEM strings': 'OEM-Zeichenketten',
  'Free texts, read by the guest’s systemd as credentials among others.':
    'Freie Texte, die unter anderem systemd im Gast als Credentials liest.',
  'Firmware configuration': 'Firmware-Konfiguration',
  'Blobs that firmware and guest read through fw_cfg.': 'Blobs, die Firmware und Gast über fw_cfg lesen.',
  'Name, such as opt/com.example/name.': 'Name, etwa opt/com.example/name.',
  'File of the host that has the content.': 'Datei des Hosts mit dem Inhalt.',
  'The content itself.': 'Der Inhalt selbst.',
  'Other system information': 'Weitere Systeminformationen',
  'Firmware configuration beside SMBIOS, or the other way round.':
    'Firmware-Konfiguration neben SMBIOS oder umgekehrt.',
  Bootloader: 'Bootloader',
  'Boot loader on the host (Xen, bhyve).': 'Bootloader auf dem Host (Xen, bhyve).',
  'Boot loader arguments': 'Argumente des Bootloaders',
  'Its arguments.': 'Seine Argumente.',
  Boot: 'Start',
  'What boots and how.': 'Was startet und wie.',
  'libvirt picks the firmware files by itself; not together with a loader of your own.':
    'libvirt wählt die Firmware-Dateien selbst; nicht zusammen mit einem eigenen Loader.',
  'hvm is a whole machine.': 'hvm ist eine vollständige Maschine.',
  'Architecture of the guest: x86_64, aarch64, riscv64 …':
    'Architektur des Gastes: x86_64, aarch64, riscv64 …',
  'Machine type, such as q35 or virt.': 'Maschinentyp, etwa q35 oder virt.',
  'Firmware features': 'Firmware-Merkmale',
  'What firmware autoselection has to look for.': 'Worauf die automatische Wahl der Firmware achten muss.',
  'The firmware must have the feature, or must not.':
    'Die Firmware muss das Merkmal haben oder darf es nicht haben.',
  'secure-boot, or enrolled-keys for a store that already holds vendor keys.':
    'secure-boot, oder enrolled-keys für einen Speicher, der schon Herstellerschlüssel enthält.',
  Loader: 'Loader',
  'The firmware image.': 'Das Firmware-Abbild.',
  Readonly: 'Schreibgeschützt',
  'The image is mapped read-only, as the code part of UEFI has to be.':
    'Das Abbild wird schreibgeschützt eingeblendet, wie es der Code-Teil von UEFI verlangt.',
  Secure: 'Sicher',
  'The firmware may only be written from System Management Mode: needed for Secure Boot.':
    'Die Firmware ist nur aus dem System Management Mode beschreibbar: nötig für Secure Boot.',
  'pflash for UEFI with its own variable store, rom for a plain BIOS image.':
    'pflash für UEFI mit eigenem Variablenspeicher, rom für ein einfaches BIOS-Abbild.',
  Stateless: 'Zustandslos',
  'The firmware keeps no variables.': 'Die Firmware behält keine Variablen.',
  'Path of the firmware image on the host.': 'Pfad des Firmware-Abbilds auf dem Host.',
  NVRAM: 'NVRAM',
  'The UEFI variables of this VM.': 'Die UEFI-Variablen dieser VM.',
  Template: 'Muster',
  'The image that the variable store is copied from when it is missing.':
    'Das Abbild, aus dem der Variablenspeicher kopiert wird, wenn er fehlt.',
  'Template format': 'Format des Musters',
  'Format of the template.': 'Format des Musters.',
  'Where the variable store is.': 'Wo der Variablenspeicher liegt.',
  'Format of the variable store.': 'Format des Variablenspeichers.',
  'Path of this VM’s own variable store.': 'Pfad zum eigenen Variablenspeicher dieser VM.',
  'Where it is, when a path does not say it.': 'Wo er liegt, wenn kein Pfad es angibt.',
  'Variable store': 'Variablenspeicher',
  'The UEFI variables as JSON, for firmware that leaves them to QEMU; not together with NVRAM.':
    'Die UEFI-Variablen als JSON, für Firmware, die sie QEMU überlässt; nicht zusammen mit NVRAM.',
  'The JSON file that the variables are copied from when the store is missing.':
    'Die JSON-Datei, aus der die Variablen kopiert werden, wenn der Speicher fehlt.',
  Kernel: 'Kernel',
  'Kernel to boot directly, a path on the host.': 'Kernel, der direkt gestartet wird, ein Pfad auf dem Host.',
  Initrd: 'Initrd',
  'Its initial ramdisk.': 'Seine Initial Ramdisk.',
  'Kernel command line': 'Kernel-Befehlszeile',
  'Its command line.': 'Seine Befehlszeile.',
  Shim: 'Shim',
  'Boot loader that checks the kernel for Secure Boot.': 'Bootloader, der den Kernel für Secure Boot prüft.',
  'Device tree': 'Gerätebaum',
  'Device tree blob.': 'Gerätebaum als Blob (DTB).',
  'Kinds of device in the order they are tried. Not together with a boot order at the devices.':
    'Gerätearten in der Reihenfolge, in der sie versucht werden. Nicht zusammen mit einer Startreihenfolge an den Geräten.',
  Dev: 'Gerät',
  'Kind of device.': 'Art des Geräts.',
  'Boot menu': 'Startmenü',
  'A menu before the guest boots.': 'Ein Menü, bevor der Gast startet.',
  Enable: 'Aktivieren',
  'Show a boot menu.': 'Ein Startmenü zeigen.',
  'How long the menu waits.': 'Wie lange das Menü wartet.',
  SMBIOS: 'SMBIOS',
  'Where the SMBIOS data of the guest come from; sysinfo takes what this design says.':
    'Woher die SMBIOS-Daten des Gastes kommen; sysinfo nimmt, was dieser Entwurf angibt.',
  'SeaBIOS options.': 'Optionen von SeaBIOS.',
  Useserial: 'Serielle Ausgabe',
  'BIOS messages on the serial port.': 'BIOS-Meldungen auf der seriellen Schnittstelle.',
  'Reboot timeout': 'Wartezeit bis Neustart',
  'Reboot after a failed boot; -1 never.': 'Neustart nach misslungenem Start; -1 nie.',
  Init: 'Init',
  'Program to start in a container.': 'Programm, das im Container gestartet wird.',
  Initargs: 'Init-Argumente',
  'Working directory': 'Arbeitsverzeichnis',
  'The directory that it starts in.': 'Das Verzeichnis, in dem es startet.',
  'The user that it runs as.': 'Der Benutzer, unter dem es läuft.',
  'The group that it runs as.': 'Die Gruppe, unter der es läuft.',
  Root: 'Root',
  'Root file system of a paravirtual Xen guest.': 'Wurzeldateisystem eines paravirtualisierten Xen-Gastes.',
  Initenv: 'Init-Umgebung',
  'Its environment.': 'Seine Umgebung.',
  'ACPI tables': 'ACPI-Tabellen',
  'ACPI tables handed to the guest.': 'ACPI-Tabellen, die der Gast erhält.',
  'Kind of table.': 'Art der Tabelle.',
  'Path on the host.': 'Pfad auf dem Host.',
}
