/** What the rules of design say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const design: Catalogue = {
  'Only libvirt starts a VM with the host, and the backend is qemu. Set backend to libvirt, or leave autostart out.':
    'Nur libvirt startet eine VM mit dem Host, und das Backend ist qemu. backend auf libvirt setzen oder autostart weglassen.',
  'Set backend to libvirt': 'backend auf libvirt setzen',
  'This is a deployment of {1}, and what {2} says is not known here: memory, disks and the rest are made without it. Open {3} itself, or say all of it here and leave from out.':
    'Das ist ein Deployment von {1}, und was {2} sagt, ist hier nicht bekannt: Arbeitsspeicher, Laufwerke und alles Übrige entstehen ohne das. {3} selbst öffnen oder alles hier angeben und from weglassen.',
  'Leave from out': 'from weglassen',
  '{1} belongs to {2} {3} or {4} or {5} or {6}, and {7} is {8} here. Remove it, or change {9}.':
    '{1} gehört zu {2} {3}, {4}, {5} oder {6}, und {7} ist hier {8}. Entfernen oder {9} ändern.',
  '{1} belongs to {2} {3} or {4} or {5}, and {6} is {7} here. Remove it, or change {8}.':
    '{1} gehört zu {2} {3}, {4} oder {5}, und {6} ist hier {7}. Entfernen oder {8} ändern.',
  '{1} belongs to {2} {3} or {4}, and {5} is {6} here. Remove it, or change {7}.':
    '{1} gehört zu {2} {3} oder {4}, und {5} ist hier {6}. Entfernen oder {7} ändern.',
  '{1} belongs to {2} {3}, and {4} is {5} here. Remove it, or change {6}.':
    '{1} gehört zu {2} {3}, und {4} ist hier {5}. Entfernen oder {6} ändern.',
  'Remove {1}': '{1} entfernen',
  '{1} is known from libvirt {2} on, the host has {3}, which drops it or refuses it. Leave it out, or update the host.':
    '{1} gibt es ab libvirt {2}, der Host hat {3}, das es fallen lässt oder ablehnt. Weglassen oder den Host aktualisieren.',
  'Leave {1} out': '{1} weglassen',
  '{1} is {2}; it should be a size such as 512M.': '{1} ist {2}; es muss eine Größe wie 512M sein.',
  '{1} is {2}; it should be a size with its unit such as 8G or 512M.':
    '{1} ist {2}; es muss eine Größe mit Einheit wie 8G oder 512M sein.',
  '{1} is {2}; it should be {3} or more.': '{1} ist {2}; es muss {3} oder mehr sein.',
  '{1} is {2}; it should be {3} or less.': '{1} ist {2}; es muss {3} oder weniger sein.',
  '{1} is {2}; it should be {3}.': '{1} ist {2}; es muss {3} sein.',
  '{1} asks for {2} of memory at least, and here it gets {3}. Its installer may refuse that, or fail.':
    '{1} verlangt mindestens {2} Arbeitsspeicher und bekommt hier {3}. Das Installationsprogramm lehnt das vielleicht ab oder scheitert daran.',
  '{1} asks for {2} of disk at least, and here it gets {3}. Its installer may refuse that, or fail.':
    '{1} verlangt ein Laufwerk von mindestens {2} und bekommt hier {3}. Das Installationsprogramm lehnt das vielleicht ab oder scheitert daran.',
  '{1} asks for {2} vCPUs of the processor at least, and here it gets one vCPU. Its installer may refuse that, or fail.':
    '{1} verlangt mindestens {2} vCPUs und bekommt hier eine. Das Installationsprogramm lehnt das vielleicht ab oder scheitert daran.',
  '{1} asks for {2} vCPUs of the processor at least, and here it gets {3} vCPUs. Its installer may refuse that, or fail.':
    '{1} verlangt mindestens {2} vCPUs und bekommt hier {3}. Das Installationsprogramm lehnt das vielleicht ab oder scheitert daran.',
  '{1} asks for one vCPU of the processor at least, and here it gets {2} vCPUs. Its installer may refuse that, or fail.':
    '{1} verlangt mindestens eine vCPU und bekommt hier {2}. Das Installationsprogramm lehnt das vielleicht ab oder scheitert daran.',
  'Set it to one vCPU': 'Auf eine vCPU setzen',
  'Set it to {1}': 'Auf {1} setzen',
  'Nothing is known of the system {1}, so nothing is filled in for it. Did you mean {2}?':
    'Über das System {1} ist nichts bekannt, also wird dafür nichts ausgefüllt. Ist {2} gemeint?',
  'Nothing is known of the system {1}, so nothing is filled in for it.':
    'Über das System {1} ist nichts bekannt, also wird dafür nichts ausgefüllt.',
  'Take {1}': '{1} nehmen',
  'This is a domain for {1}. It is kept as it is, and nothing about QEMU is checked; take the type kvm for a VM of QEMU.':
    'Das ist eine Domain für {1}. Sie bleibt, wie sie ist, und nichts zu QEMU wird geprüft; für eine VM von QEMU den Typ kvm nehmen.',
  'With {1} of memory Debian’s installer stops for too little memory below {2} MiB. Give it 1G; the system that is installed may have less.':
    'Mit {1} Arbeitsspeicher bricht der Installer von Debian ab, denn unter {2} MiB ist es ihm zu wenig. 1G geben; das installierte System darf weniger haben.',
  'With {1} of memory Debian’s installer goes into low memory mode below {2} MiB: it speaks English alone, whatever the language of the answers, and leaves out parts of itself. Give it 1G; the system that is installed may have less.':
    'Mit {1} Arbeitsspeicher läuft der Installer von Debian im Sparmodus, wie immer unter {2} MiB: Er spricht nur Englisch, gleich in welcher Sprache die Antworten sind, und lässt Teile von sich weg. 1G geben; das installierte System darf weniger haben.',
  'Set the memory to 1G': 'Den Arbeitsspeicher auf 1G setzen',
  '{1} can’t be {2} with QEMU: destroy and restart are what it does.':
    '{1} kann mit QEMU nicht {2} sein: Es kennt destroy und restart.',
  'A reboot that ends the guest and an end that starts it anew can’t be together.':
    'Ein Neustart, der den Gast beendet, und ein Ende, das ihn neu startet, gehen nicht zusammen.',
  'Leave it to libvirt': 'libvirt überlassen',
  'Leave on_poweroff to libvirt': 'on_poweroff libvirt überlassen',
  'The name of the VM is empty. Letters, digits and dashes are safe.':
    'Der Name der VM ist leer. Buchstaben, Ziffern und Bindestriche sind sicher.',
  'The name of the VM has a slash ({1}), which libvirt refuses. Letters, digits and dashes are safe.':
    'Der Name der VM enthält einen Schrägstrich ({1}), den libvirt ablehnt. Buchstaben, Ziffern und Bindestriche sind sicher.',
  'The name of the VM is {1}, which is a directory. Letters, digits and dashes are safe.':
    'Der Name der VM ist {1}, und das ist ein Verzeichnis. Buchstaben, Ziffern und Bindestriche sind sicher.',
  'The name of the VM begins with a dash ({1}), which commands take for an option. Letters, digits and dashes are safe.':
    'Der Name der VM beginnt mit einem Bindestrich ({1}), und Befehle halten ihn für eine Option. Buchstaben, Ziffern und Bindestriche dazwischen sind sicher.',
  'The name of the VM has a line break. Letters, digits and dashes are safe.':
    'Der Name der VM enthält einen Zeilenumbruch. Buchstaben, Ziffern und Bindestriche sind sicher.',
  'The name of the VM has a character that XML forbids. Letters, digits and dashes are safe.':
    'Der Name der VM enthält ein Zeichen, das XML verbietet. Buchstaben, Ziffern und Bindestriche sind sicher.',
  'The name of the VM has {1} bytes; more than {2} make file names too long. Letters, digits and dashes are safe.':
    'Der Name der VM hat {1} Bytes; mehr als {2} machen Dateinamen zu lang. Buchstaben, Ziffern und Bindestriche sind sicher.',
  '{1} begins in the directory of the VM and leaves it by “..”. The scripts of the bundle make and delete nothing there. Write the path itself.':
    '{1} beginnt im Verzeichnis der VM und verlässt es mit „..“. Die Skripte des Bündels legen dort nichts an und löschen nichts. Den Pfad selbst schreiben.',
  'libvirt does not expand the ~ in {1}. Write the whole path, such as /home/you{2}; {{.VmStateDir}} stands for the directory of this VM in sockets and images.':
    'libvirt löst das ~ in {1} nicht auf. Den ganzen Pfad schreiben, etwa /home/you{2}; {{.VmStateDir}} steht in Sockets und Abbildern für das Verzeichnis dieser VM.',
  'libvirt drops <qemu:…> elements in silence unless the domain declares their namespace.':
    'libvirt lässt Elemente <qemu:…> stillschweigend weg, wenn die Domain ihren Namensraum nicht deklariert.',
  'Declare xmlns:qemu': 'xmlns:qemu deklarieren',
  'QEMU has {1} no more since {2}, and does not start with it then.':
    'QEMU hat {1} seit {2} nicht mehr und startet damit dann nicht.',
  'QEMU has no such option: {1}. Leave it out.': 'QEMU hat diese Option nicht: {1}. Weglassen.',
  'QEMU has it no more since {1}: {2}. Leave it out.': 'QEMU hat das seit {1} nicht mehr: {2}. Weglassen.',
  '{1} wants a value behind it, and there is none.': 'Nach {1} muss ein Wert stehen, und da ist keiner.',
  '{1} wants a value behind it, and there is {2}.': 'Nach {1} muss ein Wert stehen, und da steht {2}.',
  'libvirt hands its devices to QEMU as JSON today, and -set does not find {1} among those: QEMU ends at once. Say it as <qemu:override> of {2} (qemu_overrides).':
    'libvirt übergibt QEMU seine Geräte heute als JSON, und -set findet {1} darunter nicht: QEMU endet sofort. Als <qemu:override> von {2} angeben (qemu_overrides).',
  'No device has the alias {1}, of which -set speaks. Give it to the device that is meant, or leave -set out.':
    'Kein Gerät hat den Alias {1}, den -set nennt. Ihn dem gemeinten Gerät geben oder -set weglassen.',
  'A dynamic label is put on all files of the VM: relabel can’t be no.':
    'Ein dynamisches Label kommt auf alle Dateien der VM: relabel kann nicht no sein.',
  'Without a label there is nothing to put on files: relabel can’t be yes.':
    'Ohne Label gibt es nichts, was auf Dateien kommen könnte: relabel kann nicht yes sein.',
  'A static label has to be said in label.': 'Ein statisches Label muss in label stehen.',
  'A label is of a security driver: say the model, such as dac or selinux.':
    'Ein Label gehört zu einem Sicherheitstreiber: model angeben, etwa dac oder selinux.',
  'There is no security driver {1}: libvirt has selinux, apparmor, dac and none.':
    'Es gibt keinen Sicherheitstreiber {1}: libvirt hat selinux, apparmor, dac und none.',
  'Leave the label to libvirt': 'Das Label libvirt überlassen',
  'The label of {1} is said before already.': 'Das Label von {1} steht vorher schon da.',
  'Remove the second': 'Das Zweite entfernen',
  'The text has a NUL character or half of a character, which no script and no file of cloud-init can hold. Remove it.':
    'Der Text enthält ein NUL-Zeichen oder ein halbes Zeichen, das in keinem Skript und keiner Datei von cloud-init stehen kann. Entfernen.',
  'Remove such characters': 'Solche Zeichen entfernen',
  'The date of the BIOS is written as 12/31/2020; {1} is not.':
    'Das Datum des BIOS wird wie 12/31/2020 geschrieben; {1} ist das nicht.',
  'The release of the BIOS is two numbers such as 1.2; {1} is not.':
    'Das Release des BIOS sind zwei Zahlen wie 1.2; {1} ist das nicht.',
  'Leave the date out': 'Das Datum weglassen',
  'Leave the release out': 'Das Release weglassen',
  'Firmware data of yours is called opt/…, as in opt/com.example/name; {1} is not.':
    'Eigene Firmware-Daten heißen opt/…, wie opt/com.example/name; {1} heißt nicht so.',
  'The guest’s SMBIOS is to name what sysinfo says, and it says nothing.':
    'Das SMBIOS des Gasts soll nennen, was sysinfo sagt, und das sagt nichts.',
  'Leave it to QEMU': 'QEMU überlassen',
  'The system information names the UUID {1}, and the VM has {2}: libvirt wants one for both. Leave it out.':
    'Die Systeminformationen nennen die UUID {1}, und die VM hat {2}: libvirt will für beide dieselbe. Weglassen.',
  'The UUID of the system information is {1}, which is none. Leave it out.':
    'Die UUID der Systeminformationen ist {1}, und das ist keine. Weglassen.',
  'Leave it out of the system information': 'In den Systeminformationen weglassen',
  '{1} wants its {2} or {3} or {4} or {5} or {6} or {7}.': '{1} braucht {2}, {3}, {4}, {5}, {6} oder {7}.',
  '{1} wants its {2}.': '{1} braucht {2}.',
  '{1} says nothing: libvirt wants its {2}.': '{1} sagt nichts: libvirt verlangt {2}.',
  'The text has a character that XML forbids (U+{1}), at place {2}. Remove it.':
    'Der Text enthält an Stelle {2} ein Zeichen, das XML verbietet (U+{1}). Entfernen.',
  'libvirt takes {1} once, and it is said again. Join the two.':
    'libvirt nimmt {1} einmal, und es steht noch einmal da. Beide zusammenführen.',
  'There are two lists of devices, and a memory balloon in each. Join them, with one memory balloon.':
    'Es gibt zwei Gerätelisten und in jeder einen Memory Balloon. Zusammenführen, mit einem Memory Balloon.',
  'A VM has one {1} at most. Remove the others.':
    'Eine VM hat höchstens ein Gerät {1}. Die anderen entfernen.',
  'libvirt does not know {1} here. Say one of {2}.':
    'libvirt kennt {1} hier nicht. Eines davon angeben: {2}.',
  'libvirt does not know {1} here. Write a value of the right kind.':
    'libvirt kennt {1} hier nicht. Einen Wert der richtigen Art schreiben.',
  '{1} is missing, and it has to be said: Name of the throttle group.':
    '{1} fehlt und muss angegeben werden: Name der Drosselgruppe.',
  '{1} is missing, and it has to be said: Block device of the host.':
    '{1} fehlt und muss angegeben werden: Blockgerät des Hosts.',
  '{1} is missing, and it has to be said: IPv4 or IPv6 address.':
    '{1} fehlt und muss angegeben werden: IPv4- oder IPv6-Adresse.',
  '{1} is missing, and it has to be said: Number of the I/O thread.':
    '{1} fehlt und muss angegeben werden: Nummer des I/O-Threads.',
  '{1} is missing, and it has to be said: Number of the queue, from 0.':
    '{1} fehlt und muss angegeben werden: Nummer der Warteschlange, ab 0.',
  '{1} is missing, and it has to be said: Level of the memory-side cache.':
    '{1} fehlt und muss angegeben werden: Level des speicherseitigen Caches.',
  '{1} is missing, and it has to be said: Name of the feature, such as vmx or topoext.':
    '{1} fehlt und muss angegeben werden: Name des Features, etwa vmx oder topoext.',
  '{1} is missing, and it has to be said: Which timer.':
    '{1} fehlt und muss angegeben werden: Welcher Timer.',
  '{1} is missing, and it has to be said: Name of the place: vda, sda, hda. The guest may call it otherwise.':
    '{1} fehlt und muss angegeben werden: Name des Platzes: vda, sda, hda. Der Gast nennt ihn vielleicht anders.',
  '{1} is missing, and it has to be said: spice and vnc are seen from elsewhere, sdl and dbus on this desktop.':
    '{1} fehlt und muss angegeben werden: spice und vnc sieht man von anderswo, sdl und dbus auf diesem Desktop.',
  '{1} is missing, and it has to be said: SPICE channel.':
    '{1} fehlt und muss angegeben werden: SPICE-Kanal.',
  '{1} is missing, and it has to be said: Its encryption.':
    '{1} fehlt und muss angegeben werden: Seine Verschlüsselung.',
  '{1} is missing, and it has to be said: ich9 on q35; virtio for new Linux guests.':
    '{1} fehlt und muss angegeben werden: ich9 auf q35; virtio für neue Linux-Gäste.',
  '{1} is missing, and it has to be said: What the codec can do.':
    '{1} fehlt und muss angegeben werden: Was der Codec kann.',
  '{1} is missing, and it has to be said: Number that sound devices refer to.':
    '{1} fehlt und muss angegeben werden: Nummer, auf die sich Soundgeräte beziehen.',
  '{1} is missing, and it has to be said: Where sound goes on the host.':
    '{1} fehlt und muss angegeben werden: Wohin der Ton auf dem Host geht.',
  '{1} is missing, and it has to be said: Name of the VM.':
    '{1} fehlt und muss angegeben werden: Name der VM.',
  '{1} is missing, and it has to be said: Number of the VLAN.':
    '{1} fehlt und muss angegeben werden: Nummer des VLANs.',
  '{1} is missing, and it has to be said: First port on the host.':
    '{1} fehlt und muss angegeben werden: Erster Port auf dem Host.',
  '{1} is missing, and it has to be said: dimm is plugged in whole, virtio-mem grows and shrinks, nvdimm and virtio-pmem keep their content.':
    '{1} fehlt und muss angegeben werden: dimm wird als Ganzes eingesteckt, virtio-mem wächst und schrumpft, nvdimm und virtio-pmem behalten ihren Inhalt.',
  '{1} is missing, and it has to be said: The firmware must have the feature, or must not.':
    '{1} fehlt und muss angegeben werden: Ob die Firmware das Feature haben muss oder nicht haben darf.',
  '{1} is missing, and it has to be said: secure-boot, or enrolled-keys for a store that already holds vendor keys.':
    '{1} fehlt und muss angegeben werden: secure-boot, oder enrolled-keys für einen Speicher, in dem schon Herstellerschlüssel sind.',
  '{1} is missing, and it has to be said: Kind of device.':
    '{1} fehlt und muss angegeben werden: Art des Geräts.',
  '{1} is missing, and it has to be said: Name, such as opt/com.example/name.':
    '{1} fehlt und muss angegeben werden: Name, etwa opt/com.example/name.',
  '{1} is missing, and it has to be said: Directory of the host.':
    '{1} fehlt und muss angegeben werden: Verzeichnis des Hosts.',
  '{1} is missing, and it has to be said: Mount tag in the guest.':
    '{1} fehlt und muss angegeben werden: Mount-Tag im Gast.',
  '{1} is missing, and it has to be said: Kind of controller.':
    '{1} fehlt und muss angegeben werden: Art des Controllers.',
  '{1} is missing, and it has to be said: tablet keeps pointer and guest in step.':
    '{1} fehlt und muss angegeben werden: tablet hält Zeiger und Gast im Gleichschritt.',
  '{1} is missing, and it has to be said: usb.': '{1} fehlt und muss angegeben werden: usb.',
  '{1} is missing, and it has to be said: Let it in.':
    '{1} fehlt und muss angegeben werden: Ob es hereingelassen wird.',
  '{1} is missing, and it has to be said: itco is in every q35; i6300esb on PCI.':
    '{1} fehlt und muss angegeben werden: itco ist in jedem q35; i6300esb an PCI.',
  '{1} is missing, and it has to be said: none with a passed-through device.':
    '{1} fehlt und muss angegeben werden: none bei einem durchgereichten Gerät.',
  '{1} is missing, and it has to be said: Name of the region; no slash.':
    '{1} fehlt und muss angegeben werden: Name des Bereichs; kein Schrägstrich.',
  '{1} is missing, and it has to be said: intel on q35, smmuv3 on aarch64.':
    '{1} fehlt und muss angegeben werden: intel auf q35, smmuv3 auf aarch64.',
  '{1} is missing, and it has to be said: Name of the property, as QEMU has it.':
    '{1} fehlt und muss angegeben werden: Name der Eigenschaft, wie QEMU sie nennt.',
  '{1} is missing, and it has to be said: What kind of value it is; remove takes away what libvirt says.':
    '{1} fehlt und muss angegeben werden: Welche Art Wert es ist; remove nimmt weg, was libvirt sagt.',
  '{1} is missing, and it has to be said: Alias of the device; one of your own begins with ua-.':
    '{1} fehlt und muss angegeben werden: Alias des Geräts; ein eigener beginnt mit ua-.',
  '{1} is missing, and it has to be said: Its name in libvirt.':
    '{1} fehlt und muss angegeben werden: Sein Name in libvirt.',
  '{1} is missing, and it has to be said: Name of the variable.':
    '{1} fehlt und muss angegeben werden: Name der Variablen.',
  '{1} is missing, and it has to be said: One word.': '{1} fehlt und muss angegeben werden: Ein Wort.',
  '{1} is missing, and it has to be said: How the guest’s memory is kept from the host.':
    '{1} fehlt und muss angegeben werden: Wie der Arbeitsspeicher des Gasts vor dem Host geschützt wird.',
  '{1} is missing, and it has to be said: First id in the guest.':
    '{1} fehlt und muss angegeben werden: Erste ID im Gast.',
  '{1} is missing, and it has to be said: First id on the host.':
    '{1} fehlt und muss angegeben werden: Erste ID auf dem Host.',
  '{1} is missing, and it has to be said: How many.': '{1} fehlt und muss angegeben werden: Wie viele.',
  '{1} is missing, and it has to be said: The cipher.':
    '{1} fehlt und muss angegeben werden: Das Verschlüsselungsverfahren.',
  '{1} is missing, and it has to be said: Whether the guest may use it.':
    '{1} fehlt und muss angegeben werden: Ob der Gast es benutzen darf.',
  '{1} is missing, and it has to be said: virtio.': '{1} fehlt und muss angegeben werden: virtio.',
  '{1} is missing, and it has to be said: qemu.': '{1} fehlt und muss angegeben werden: qemu.',
  '{1} is missing, and it has to be said: builtin works in QEMU, lkcf in the host’s kernel.':
    '{1} fehlt und muss angegeben werden: builtin arbeitet in QEMU, lkcf im Kernel des Hosts.',
  '{1} is missing, and it has to be said: acpi-erst.': '{1} fehlt und muss angegeben werden: acpi-erst.',
  '{1} is missing, and it has to be said: Who logs in.':
    '{1} fehlt und muss angegeben werden: Wer sich anmeldet.',
  '{1} is missing, and it has to be said: luks, or one of Ceph’s own forms of it.':
    '{1} fehlt und muss angegeben werden: luks oder eine der Formen von Ceph.',
  '{1} is missing, and it has to be said: Number of the vCPU, from 0.':
    '{1} fehlt und muss angegeben werden: Nummer der vCPU, ab 0.',
  '{1} is missing, and it has to be said: What is counted.':
    '{1} fehlt und muss angegeben werden: Was gezählt wird.',
  '{1} is missing, and it has to be said: Whether it is counted.':
    '{1} fehlt und muss angegeben werden: Ob es gezählt wird.',
  '{1} is missing, and it has to be said: Host CPUs that it may run on.':
    '{1} fehlt und muss angegeben werden: Host-CPUs, auf denen sie laufen darf.',
  '{1} is missing, and it has to be said: Host CPUs of the emulator.':
    '{1} fehlt und muss angegeben werden: Host-CPUs des Emulators.',
  '{1} is missing, and it has to be said: Number of the I/O thread, from 1.':
    '{1} fehlt und muss angegeben werden: Nummer des I/O-Threads, ab 1.',
  '{1} is missing, and it has to be said: Which vCPUs.': '{1} fehlt und muss angegeben werden: Welche vCPUs.',
  '{1} is missing, and it has to be said: Where the disk comes from.':
    '{1} fehlt und muss angegeben werden: Woher das Laufwerk kommt.',
  '{1} is missing, and it has to be said: Where the image is fetched.':
    '{1} fehlt und muss angegeben werden: Woher das Abbild geladen wird.',
  '{1} is missing, and it has to be said: The bootable container image.':
    '{1} fehlt und muss angegeben werden: Das bootfähige Container-Image.',
  '{1} is missing, and it has to be said: The VM that is copied.':
    '{1} fehlt und muss angegeben werden: Die VM, die kopiert wird.',
  '{1} is missing, and it has to be said: Name of the domain in libvirt.':
    '{1} fehlt und muss angegeben werden: Name der Domain in libvirt.',
  '{1} is missing, and it has to be said: The tool that makes the root file system.':
    '{1} fehlt und muss angegeben werden: Das Werkzeug, das das Root-Dateisystem macht.',
  '{1} is missing, and it has to be said: Login name.': '{1} fehlt und muss angegeben werden: Anmeldename.',
  '{1} is missing, and it has to be said: Where the file goes.':
    '{1} fehlt und muss angegeben werden: Wohin die Datei kommt.',
  '{1} is missing, and it has to be said: Name of the snapshot.':
    '{1} fehlt und muss angegeben werden: Name des Snapshots.',
  '{1} is missing, and it has to be said: {2}': '{1} fehlt und muss angegeben werden: {2}',
  '{1} is missing, and it has to be said': '{1} fehlt und muss angegeben werden',
}
