/** The page: parts. */
import type { Catalogue } from '../../catalogue.ts'

export const parts: Catalogue = {
  controllers: 'Controller',
  'root disk': 'Systemlaufwerk',
  'root disk {1}': 'Systemlaufwerk {1}',
  '1 floppy': '1 Diskette',
  '{1} floppies': '{1} Disketten',
  'SSH on {1}': 'SSH auf {1}',
  'serial port': 'serielle Schnittstelle',
  'parallel port': 'parallele Schnittstelle',
  'sound card': 'Soundkarte',
  'sound cards': 'Soundkarten',
  'audio backend': 'Audio-Backend',
  'audio backends': 'Audio-Backends',
  'QEMU of its own': 'eigenes QEMU',
  'random numbers': 'Zufallszahlen',
  'panic device': 'Panic-Gerät',
  'panic devices': 'Panic-Geräte',
  'USB redirection': 'USB-Umleitung',
  'USB redirections': 'USB-Umleitungen',
  'USB filter': 'USB-Filter',
  'USB filters': 'USB-Filter',
  'shared memory': 'gemeinsamer Speicher',
  'shared memories': 'gemeinsame Speicher',
  'cloud image': 'Cloud-Abbild',
  'bootc container': 'bootc-Container',
  'disk that is there': 'vorhandenes Laufwerk',
  'new disk, {1}': 'neues Laufwerk, {1}',
  'from its installer': 'vom Installationsmedium',
  'Not chosen yet': 'Noch nicht gewählt',
  '{1} vCPU': '{1} vCPU',
  '{1} of {2} vCPU': '{1} von {2} vCPU',
  'UEFI, Secure Boot': 'UEFI, Secure Boot',
  'firmware of its own': 'eigene Firmware',
  'starts with the host': 'startet mit dem Host',
  'libvirt’s defaults': 'Vorgaben von libvirt',
  'key {1}': 'Schlüssel {1}',
  'domain XML': 'Domain-XML',
  Source: 'Quelle',
  'Where the root disk comes from, what is installed on it, and what the VM is for.':
    'Woher das Systemlaufwerk kommt, was darauf installiert wird und wozu die VM dient.',
  CPU: 'CPU',
  'How many vCPUs the guest has, which processor it sees, and where they run.':
    'Wie viele vCPUs der Gast hat, welchen Prozessor er sieht und wo sie laufen.',
  Memory: 'Arbeitsspeicher',
  'How much memory the guest has and what it is made of on the host.':
    'Wie viel Arbeitsspeicher der Gast hat und woraus er auf dem Host besteht.',
  'Firmware and boot': 'Firmware und Start',
  'The mainboard, what starts first, and what it starts from.':
    'Die Hauptplatine, was zuerst startet und wovon.',
  'Network and ports': 'Netzwerk und Ports',
  'How the guest reaches the world and which of its ports are seen from the host.':
    'Wie der Gast die Welt erreicht und welche seiner Ports vom Host aus zu sehen sind.',
  Disks: 'Laufwerke',
  'Disks beside the root disk, cdroms and floppies.':
    'Laufwerke neben dem Systemlaufwerk, CDs und Disketten.',
  Displays: 'Anzeigen',
  'The video card that the guest sees and how its screen is seen from outside.':
    'Die Grafikkarte, die der Gast sieht, und wie sein Bildschirm von außen zu sehen ist.',
  Shares: 'Freigaben',
  'Directories of the host seen in the guest.': 'Verzeichnisse des Hosts, die der Gast sieht.',
  'Host devices': 'Geräte des Hosts',
  'Real PCI and USB hardware, given to the guest.': 'Echte PCI- und USB-Hardware, dem Gast gegeben.',
  Channels: 'Kanäle',
  'Lines between host and guest: agents, serial ports, consoles, vsock.':
    'Leitungen zwischen Host und Gast: Agenten, serielle Schnittstellen, Konsolen, vsock.',
  'Other devices': 'Weitere Geräte',
  'Input, sound, USB, random numbers, watchdogs and the rest.':
    'Eingabe, Ton, USB, Zufallszahlen, Watchdogs und der Rest.',
  Security: 'Sicherheit',
  'The guest’s security chip, labels on the host, and memory encrypted against it.':
    'Der Sicherheitschip des Gastes, Labels auf dem Host und Speicher, der vor dem Host verschlüsselt ist.',
  Tuning: 'Feineinstellung',
  'Limits, hypervisor features, clock, and what happens on power-off, reboot and crash.':
    'Grenzen, Funktionen des Hypervisors, Uhr und was bei Ausschalten, Neustart und Absturz geschieht.',
  'Access and cloud-init': 'Zugang und cloud-init',
  'Who logs in and how, and what the guest does at its first boot.':
    'Wer sich wie anmeldet, und was der Gast beim ersten Start tut.',
  'Raw XML': 'Eigenes XML',
  'XML of your own for what has no field here; it survives every edit.':
    'Eigenes XML für das, was hier kein Feld hat; es übersteht jede Bearbeitung.',
}
