/** The page: search. */
import type { Catalogue } from '../../catalogue.ts'

export const search: Catalogue = {
  'rename, name, title of the vm': 'umbenennen, name, rename, title of the vm',
  'back, take back, revert': 'zurück, zurücknehmen, back, take back, revert',
  'again, forward': 'nochmal, vorwärts, again, forward',
  'editor, focus output, switch pane': 'editor, ausgabe, focus output, switch pane',
  'errors, warnings, problems, advice, lint, validate, check':
    'fehler, warnungen, probleme, hinweise, prüfen, errors, warnings, problems, advice, lint, validate, check',
  'repair, autofix, quick fix, solve': 'reparieren, beheben, repair, autofix, quick fix, solve',
  'search, field': 'suchen, feld, search, field',
  'import, load, upload, read, open file, import xml, import yaml, paste, proxmox':
    'importieren, laden, hochladen, lesen, datei öffnen, einfügen, import, load, upload, read, open file, import xml, import yaml, paste, proxmox',
  'link, send, url, copy link, permalink':
    'link, senden, verschicken, teilen, send, url, copy link, permalink',
  'diff, difference, dumpxml, running, virsh edit, drift':
    'unterschied, vergleichen, laufende vm, diff, difference, dumpxml, running, virsh edit, drift',
  'reset, empty, clear, start over, blank':
    'zurücksetzen, leer, von vorn, löschen, reset, empty, clear, start over, blank',
  'library, earlier designs, recent, restore, kept, lost, backup, rename, duplicate, delete, zip':
    'sammlung, frühere entwürfe, wiederherstellen, verloren, sicherung, umbenennen, verdoppeln, löschen, library, earlier designs, recent, restore, kept, lost, backup, rename, duplicate, delete, zip',
  'steps, earlier, before, versions, go back':
    'schritte, früher, versionen, steps, earlier, before, versions, go back',
  'host facts, probe, session, system, distribution, libvirt version, qemu version, lspci':
    'angaben über den host, sonde, sitzung, distribution, host facts, probe, session, system, libvirt version, qemu version, lspci',
  'error message, troubleshoot, does not start, log, debug':
    'fehlermeldung, startet nicht, fehlersuche, error message, troubleshoot, does not start, log, debug',
  'unknown xml, rest, not shown, comments':
    'unbekanntes xml, kommentare, unknown xml, rest, not shown, comments',
  'shortcuts, keyboard shortcuts, key bindings, hotkeys, cheat sheet, help':
    'tastenkürzel, tastatur, kürzel, hilfe, shortcuts, keyboard shortcuts, key bindings, hotkeys, cheat sheet, help',
  'libvirt, domain xml': 'domain-xml, libvirt, domain xml',
  'command line, argv, qemu-system-x86_64, script':
    'kommandozeile, befehlszeile, skript, command line, argv, qemu-system-x86_64, script',
  'vm.yml, spec': 'entwurf, vm.yml, spec',
  'user-data, meta-data, seed': 'benutzerdaten, user-data, meta-data, seed',
  'bundle, zip, scripts': 'paket, skripte, bundle, zip, scripts',
  'diagram, drawing, svg, topology picture, pcie tree':
    'schaubild, zeichnung, bild, diagram, drawing, svg, topology picture, pcie tree',
  'clipboard xml, copy xml': 'xml kopieren, zwischenablage, clipboard xml, copy xml',
  'virsh define, one-liner, install': 'einzeiler, installieren, virsh define, one-liner, install',
  'copy yaml': 'yaml kopieren, copy yaml',
  'copy qemu, command line': 'qemu kopieren, kommandozeile, copy qemu, command line',
  'forum, reddit, issue, post': 'forum, beitrag, reddit, issue, post',
  'save all, bundle, zip, export, scripts':
    'alles sichern, paket, exportieren, skripte, save all, bundle, zip, export, scripts',
  'save xml, export xml': 'xml sichern, xml exportieren, save xml, export xml',
  'save, export, save yaml, vm.yml': 'sichern, exportieren, yaml sichern, save, export, save yaml, vm.yml',
  'save script, run script': 'skript sichern, ausführen, save script, run script',
  'english, language of the page, translation':
    'englisch, sprache der seite, english, language of the page, translation',
  'german, deutsch, language of the page, translation':
    'deutsch, sprache der seite, german, language of the page, translation',
  'theme, colours, appearance': 'farben, aussehen, theme, colours, appearance',
  'theme, light mode, bright': 'heller modus, hell, theme, light mode, bright',
  'theme, dark mode, night': 'dunkler modus, nacht, theme, dark mode, night',
  'theme, accessibility, black and white, forced colours':
    'barrierefrei, schwarz und weiß, kontrast, theme, accessibility, black and white, forced colours',
  'preset, template, example, root disk, operating system, distribution':
    'vorlage, beispiel, systemlaufwerk, betriebssystem, preset, template, example, root disk, operating system, distribution',
  'os, guest os, operating system, windows, ubuntu, debian, fedora, arch, os variant, osinfo':
    'betriebssystem, gastsystem, os, guest os, operating system, windows, ubuntu, debian, fedora, arch, os variant, osinfo',
  'image, base image, where from, import vm':
    'abbild, woher, vm importieren, image, base image, where from, import vm',
  'cloud image, qcow2, download image, image url':
    'cloud-abbild, abbild herunterladen, cloud image, qcow2, download image, image url',
  'container, bootc, oci, docker image': 'container, bootc, oci, docker image',
  'clone, copy vm, linked clone': 'klonen, vm kopieren, clone, copy vm, linked clone',
  'existing disk, import, import disk, vmdk, vdi':
    'vorhandenes laufwerk, laufwerk importieren, existing disk, import, import disk, vmdk, vdi',
  'iso, installer, install cd, boot iso, installation media':
    'installationsmedium, installations-cd, von iso starten, iso, installer, install cd, boot iso, installation media',
  'netinst, iso url, download iso': 'netzinstallation, netinst, iso url, download iso',
  'unattended, autoinstall, preseed, kickstart, autounattend, answer file':
    'unbeaufsichtigt, automatische installation, antwortdatei, unattended, autoinstall, preseed, kickstart, autounattend, answer file',
  'disk space, storage size, hard drive size, hdd size, resize, grow disk':
    'plattengröße, speicherplatz, festplattengröße, vergrößern, disk space, storage size, hard drive size, hdd size, resize, grow disk',
  'snapshot, snapshots, checkpoint, restore point, savepoint':
    'sicherungspunkt, wiederherstellungspunkt, snapshot, snapshots, checkpoint, restore point, savepoint',
  'throwaway, ephemeral, temporary, live': 'wegwerf-vm, vorübergehend, throwaway, ephemeral, temporary, live',
  'display name, nickname': 'anzeigename, spitzname, display name, nickname',
  'notes, comment': 'notizen, kommentar, beschreibung, notes, comment',
  'id, identifier, guid': 'kennung, id, identifier, guid',
  'gpu, gpu passthrough, passthrough, pci passthrough, pcie, vfio, graphics card, pci, usb stick, usb device, usb passthrough, usb, webcam, bluetooth, wifi card, real hardware, dongle, nvidia, amd, sr-iov':
    'grafikkarte, grafikkarte durchreichen, durchreichen, usb-stick, usb-gerät, usb durchreichen, webcam, wlan-karte, echte hardware, gpu, gpu passthrough, passthrough, pci passthrough, pcie, vfio, graphics card, pci, usb stick, usb device, usb passthrough, usb, bluetooth, wifi card, real hardware, dongle, nvidia, amd, sr-iov',
  'pci device, iommu group, vfio-pci, mdev, vgpu':
    'pci-gerät, iommu-gruppe, pci device, iommu group, vfio-pci, mdev, vgpu',
  'vbios, option rom, rom bar, gpu rom': 'grafikkarten-rom, vbios, option rom, rom bar, gpu rom',
  'iommu, viommu, vt-d, intel-iommu': 'iommu des gastes, iommu, viommu, vt-d, intel-iommu',
  'shared folder, shared folders, folder, share, file sharing, directory, samba, shared directory':
    'freigabe, gemeinsamer ordner, ordner, dateien teilen, verzeichnis, shared folder, shared folders, folder, share, file sharing, directory, samba, shared directory',
  'shared folder, virtiofs, 9p, mount, virtio-fs, file share, host folder, plan 9':
    'gemeinsamer ordner, ordner des hosts, einhängen, shared folder, virtiofs, 9p, mount, virtio-fs, file share, host folder, plan 9',
  'uid, permissions, id map, file owner':
    'benutzer-id, rechte, dateibesitzer, uid, permissions, id map, file owner',
  'read only share': 'freigabe nur lesen, read only share',
  'agent, pipe': 'agent, pipe',
  'guest agent, qemu-guest-agent, qemu agent, spice agent, clipboard, vdagent, copy paste, clipboard sharing':
    'gastagent, zwischenablage, kopieren und einfügen, guest agent, qemu-guest-agent, qemu agent, spice agent, clipboard, vdagent, copy paste, clipboard sharing',
  'serial, serial port, serial console, com port, uart, ttys0, rs232':
    'seriell, serielle schnittstelle, serielle konsole, serial, serial port, serial console, com port, uart, ttys0, rs232',
  'console, virsh console, text console, terminal':
    'konsole, textkonsole, console, virsh console, text console, terminal',
  'parallel port, printer port, lpt': 'parallele schnittstelle, drucker, parallel port, printer port, lpt',
  'vsock, host socket': 'host-socket, vsock, host socket',
  'cores, vcpus, vcpu, cpus, threads, number of cpus, smp, processors':
    'kerne, prozessoren, anzahl cpus, cores, vcpus, vcpu, cpus, threads, number of cpus, smp, processors',
  'sockets, topology, cores per socket, hyperthreading, smt, dies':
    'sockel, topologie, kerne je sockel, sockets, topology, cores per socket, hyperthreading, smt, dies',
  'cpu type, cpu model, host-passthrough, host passthrough, processor type':
    'prozessortyp, cpu-modell, cpu type, cpu model, host-passthrough, host passthrough, processor type',
  'cpu flags, avx, aes, instruction set': 'cpu-merkmale, befehlssatz, cpu flags, avx, aes, instruction set',
  'pinning, cpu pinning, affinity, taskset, isolate cores, vcpupin':
    'anheften, kerne zuweisen, kerne isolieren, pinning, cpu pinning, affinity, taskset, isolate cores, vcpupin',
  'emulator pinning, emulator thread': 'emulator anheften, emulator pinning, emulator thread',
  'numa, numa cells, guest numa': 'numa-zellen, numa, numa cells, guest numa',
  'nested virtualization, nested virtualisation, vmx, svm, hyper-v in vm, vm in vm, kvm in vm':
    'verschachtelte virtualisierung, vm in vm, nested virtualization, nested virtualisation, vmx, svm, hyper-v in vm, kvm in vm',
  'ram, memory, gb, how much memory, mem size':
    'arbeitsspeicher, speicher, wie viel speicher, ram, memory, gb, how much memory, mem size',
  'hugepages, huge pages, large pages, 1g pages':
    'große seiten, hugepages, huge pages, large pages, 1g pages',
  'memfd, shared memory backing': 'gemeinsamer speicher, memfd, shared memory backing',
  'mlock, lock memory, swap, no swap': 'speicher sperren, auslagern, mlock, lock memory, swap, no swap',
  'ksm, merge pages': 'seiten zusammenfassen, ksm, merge pages',
  'balloon, ballooning, dynamic memory, memory balloon':
    'dynamischer speicher, balloon, ballooning, dynamic memory, memory balloon',
  'hotplug memory, memory hotplug, max memory':
    'speicher einstecken, höchster speicher, hotplug memory, memory hotplug, max memory',
  'dimm, nvdimm, virtio-mem, pmem': 'speichermodul, dimm, nvdimm, virtio-mem, pmem',
  'uefi, bios, efi, ovmf, secure boot, secureboot, edk2, legacy boot, csm':
    'sicherer start, firmware, uefi, bios, efi, ovmf, secure boot, secureboot, edk2, legacy boot, csm',
  'chipset, mainboard, motherboard, q35, i440fx, machine type, pc':
    'chipsatz, hauptplatine, maschinentyp, chipset, mainboard, motherboard, q35, i440fx, machine type, pc',
  'boot order, boot device, boot priority, boot from cd, pxe, network boot':
    'startreihenfolge, bootreihenfolge, von cd starten, netzwerkstart, boot order, boot device, boot priority, boot from cd, pxe, network boot',
  'boot menu': 'startmenü, bootmenü, boot menu',
  'direct kernel boot, vmlinuz, kernel': 'kernel direkt starten, direct kernel boot, vmlinuz, kernel',
  'kernel parameters, boot options, append': 'kernelparameter, kernel parameters, boot options, append',
  'efi variables, efivars, vars': 'efi-variablen, efi variables, efivars, vars',
  'smbios, dmi, serial number, manufacturer':
    'seriennummer, hersteller, smbios, dmi, serial number, manufacturer',
  'autostart, start on boot, start at boot, start with host, on startup':
    'autostart, beim start, mit dem host starten, start on boot, start at boot, start with host, on startup',
  'qemu without libvirt, no libvirt, hypervisor':
    'ohne libvirt, qemu without libvirt, no libvirt, hypervisor',
  'lan, ethernet, networking': 'netz, netzwerk, lan, ethernet, networking',
  'port, ports, port forward, port forwarding, expose port, open port, hostfwd, publish, http, web server':
    'portweiterleitung, port öffnen, port freigeben, webserver, port, ports, port forward, port forwarding, expose port, open port, hostfwd, publish, http, web server',
  'nat, bridged, bridge mode, user network, slirp, passt, wifi, wi-fi, wlan, internet, network type':
    'netzwerktyp, bridge, benutzernetzwerk, internet, nat, bridged, bridge mode, user network, slirp, passt, wifi, wi-fi, wlan, network type',
  'bridge, br0, virbr0, own ip, lan, virtual switch':
    'netzwerkbrücke, eigene ip, bridge, br0, virbr0, own ip, lan, virtual switch',
  'mac address, hardware address': 'mac-adresse, hardwareadresse, mac address, hardware address',
  'network card, nic, e1000, virtio-net, network adapter, nic model':
    'netzwerkkarte, netzwerkadapter, network card, nic, e1000, virtio-net, network adapter, nic model',
  'ssh, ssh port, login port': 'ssh-port, anmeldung, ssh, ssh port, login port',
  'nic, network card, second network card, network adapter, vlan, macvtap, tap, sr-iov':
    'netzwerkkarte, zweite netzwerkkarte, nic, network card, second network card, network adapter, vlan, macvtap, tap, sr-iov',
  'storage, drives, disk, disks': 'speicher, laufwerke, platten, storage, drives, disk, disks',
  'disk, hard disk, hard drive, hdd, ssd, second disk, extra disk, data disk, volume, cd, cdrom, cd-rom, dvd, floppy, iso, nvme':
    'festplatte, platte, laufwerk, zweite festplatte, datenplatte, diskette, dvd, disk, hard disk, hard drive, hdd, ssd, second disk, extra disk, data disk, volume, cd, cdrom, cd-rom, floppy, iso, nvme',
  'cache, writeback, write cache, cache mode':
    'zwischenspeicher, schreibcache, cache, writeback, write cache, cache mode',
  'io_uring, aio, io threads': 'io-threads, io_uring, aio, io threads',
  'trim, discard, unmap, shrink': 'verkleinern, freigeben, trim, discard, unmap, shrink',
  'scsi, virtio-blk, sata, ide, disk bus, controller':
    'plattenbus, scsi, virtio-blk, sata, ide, disk bus, controller',
  'read only, write protect': 'schreibgeschützt, nur lesen, read only, write protect',
  'root disk, system disk, boot disk': 'systemlaufwerk, startlaufwerk, root disk, system disk, boot disk',
  'iops, throttle, bandwidth limit, io limit':
    'bandbreite begrenzen, drosseln, iops, throttle, bandwidth limit, io limit',
  'screen, monitor, display, graphics, vga, gui, desktop':
    'bildschirm, monitor, anzeige, desktop, screen, display, graphics, vga, gui',
  'graphics card, video card, gpu, vga, qxl, virtio-gpu, 3d':
    'grafikkarte, graphics card, video card, gpu, vga, qxl, virtio-gpu, 3d',
  'virtual gpu, gpu model': 'virtuelle grafikkarte, virtual gpu, gpu model',
  '3d, 3d acceleration, opengl, virgl, gpu acceleration, vulkan':
    '3d-beschleunigung, 3d, 3d acceleration, opengl, virgl, gpu acceleration, vulkan',
  'screen resolution, resolution, screen size, 4k, 1080p':
    'bildschirmauflösung, auflösung, screen resolution, resolution, screen size, 4k, 1080p',
  'monitors, screens, dual monitor, multi monitor, second monitor':
    'monitore, zweiter monitor, zwei bildschirme, monitors, screens, dual monitor, multi monitor, second monitor',
  'video memory, vram, graphics memory': 'grafikspeicher, video memory, vram, graphics memory',
  'vnc, spice, remote desktop, remote access, console window, viewer, rdp, virt-viewer, headless':
    'fernzugriff, entfernter desktop, betrachter, vnc, spice, remote desktop, remote access, console window, viewer, rdp, virt-viewer, headless',
  'clipboard, copy and paste, copy paste':
    'zwischenablage, kopieren und einfügen, clipboard, copy and paste, copy paste',
  'opengl, egl, gl': 'opengl, egl, gl',
  'vnc password, spice password': 'vnc-passwort, spice-passwort, vnc password, spice password',
  'vnc address, bind, listen address': 'vnc-adresse, lauschen, vnc address, bind, listen address',
  'keyboard layout, keymap': 'tastaturbelegung, tastaturlayout, keyboard layout, keymap',
  'devices, peripherals, hardware': 'geräte, peripherie, devices, peripherals, hardware',
  'sound, sound card, audio, speaker, microphone, ich9, hda':
    'ton, soundkarte, lautsprecher, mikrofon, sound, sound card, audio, speaker, microphone, ich9, hda',
  'pulseaudio, pipewire, audio backend, sound output':
    'tonausgabe, pulseaudio, pipewire, audio backend, sound output',
  'mouse, keyboard, tablet, mouse pointer, evdev, input':
    'maus, tastatur, tablett, mouse, keyboard, tablet, mouse pointer, evdev, input',
  'usb redirection, usb over spice, usb stick, usb redirect':
    'usb-umleitung, usb-stick, usb redirection, usb over spice, usb stick, usb redirect',
  'usb controller, usb 3, xhci, usb version': 'usb-controller, usb controller, usb 3, xhci, usb version',
  'random, entropy, rng, random number': 'zufall, zufallszahlen, random, entropy, rng, random number',
  'watchdog, auto reboot, hang': 'überwachung, hängt, automatischer neustart, watchdog, auto reboot, hang',
  'smartcard, smart card, yubikey, ccid': 'chipkarte, smartcard, smart card, yubikey, ccid',
  'looking glass, ivshmem, shared memory, kvmfr':
    'gemeinsamer speicher, looking glass, ivshmem, shared memory, kvmfr',
  'panic, pvpanic, crash device': 'absturzgerät, panic, pvpanic, crash device',
  'secure, encryption, confidential':
    'sicher, verschlüsselung, vertraulich, secure, encryption, confidential',
  'tpm, tpm 2.0, swtpm, bitlocker, security chip, windows 11 tpm, trusted platform module':
    'sicherheitschip, tpm, tpm 2.0, swtpm, bitlocker, security chip, windows 11 tpm, trusted platform module',
  'sev, sev-snp, tdx, confidential vm, memory encryption, encrypted memory':
    'vertrauliche vm, speicherverschlüsselung, sev, sev-snp, tdx, confidential vm, memory encryption, encrypted memory',
  'selinux, apparmor, label, dac': 'etikett, selinux, apparmor, label, dac',
  'performance, limits, speed, slow':
    'leistung, grenzen, geschwindigkeit, langsam, performance, limits, speed, slow',
  'hyper-v, enlightenments, hyperv, windows performance':
    'windows-leistung, hyper-v, enlightenments, hyperv, windows performance',
  'hide vm, hide kvm, code 43, hidden, anti cheat, detect vm':
    'vm verbergen, kvm verbergen, hide vm, hide kvm, code 43, hidden, anti cheat, detect vm',
  'time, clock, utc, rtc, time zone of the clock, localtime, timer, hpet, tsc':
    'zeit, uhr, ortszeit, zeitgeber, time, clock, utc, rtc, time zone of the clock, localtime, timer, hpet, tsc',
  'sleep, suspend, hibernate, s3': 'schlafen, ruhezustand, sleep, suspend, hibernate, s3',
  'shutdown, power off': 'ausschalten, herunterfahren, shutdown, power off',
  'reboot, restart': 'neustart, neu starten, reboot, restart',
  'crash, coredump': 'absturz, crash, coredump',
  'iothread, io thread': 'io-thread, iothread, io thread',
  'cpu limit, cpu quota, cpu shares, nice, priority, scheduler':
    'cpu-grenze, priorität, cpu limit, cpu quota, cpu shares, nice, priority, scheduler',
  'memory limit, oom': 'speichergrenze, memory limit, oom',
  'numa policy, numa node, memory node': 'numa-knoten, numa policy, numa node, memory node',
  'disk weight, io weight': 'plattengewicht, disk weight, io weight',
  'acpi, power button': 'einschaltknopf, acpi, power button',
  'smm, system management mode': 'systemverwaltungsmodus, smm, system management mode',
  'login, account, log in, first boot, provisioning':
    'anmeldung, konto, erster start, login, account, log in, first boot, provisioning',
  'ssh, user, username, user name, login, account':
    'benutzer, benutzername, anmeldung, ssh, user, username, user name, login, account',
  'ssh key, public key, authorized_keys, id_ed25519, ssh':
    'ssh-schlüssel, öffentlicher schlüssel, ssh key, public key, authorized_keys, id_ed25519, ssh',
  'users, add user, sudo, password, root':
    'benutzer, benutzer anlegen, passwort, users, add user, sudo, password, root',
  'hostname, host name, computer name': 'hostname, rechnername, host name, computer name',
  'timezone, time zone': 'zeitzone, timezone, time zone',
  'language, locale, lang': 'sprache, language, locale, lang',
  'packages, software, install package, apt, dnf, pacman':
    'pakete, software, paket installieren, packages, install package, apt, dnf, pacman',
  'script, run command, commands, startup script, post install, runcmd, provision':
    'skript, befehl ausführen, befehle, startskript, script, run command, commands, startup script, post install, runcmd, provision',
  'every boot, bootcmd': 'bei jedem start, every boot, bootcmd',
  'write file, config file, files in the guest':
    'datei schreiben, konfigurationsdatei, write file, config file, files in the guest',
  'static ip, ip address, netplan, dns, dhcp, ip':
    'feste ip, ip-adresse, static ip, ip address, netplan, dns, dhcp, ip',
  'mirror, repository, apt mirror': 'spiegel, paketquelle, mirror, repository, apt mirror',
  'raw, custom xml, xml, extra, advanced': 'eigenes xml, erweitert, raw, custom xml, xml, extra, advanced',
  'own xml, xml snippet': 'eigenes xml, xml-schnipsel, own xml, xml snippet',
  'qemu arguments, qemu:commandline, extra args, qemu args, command line arguments':
    'qemu-argumente, zusätzliche argumente, qemu arguments, qemu:commandline, extra args, qemu args, command line arguments',
  'environment variables, env': 'umgebungsvariablen, environment variables, env',
  'remove default, leave out, disable default':
    'vorgabe entfernen, weglassen, remove default, leave out, disable default',
}
