/** What the rules of display say; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const display: Catalogue = {
  'Frequency, channels and format count when the settings are fixed: set fixed_settings, or leave them out.':
    'Frequenz, Kanäle und Format zählen, wenn die Einstellungen fest sind: fixed_settings setzen oder sie weglassen.',
  'Leave the settings out': 'Die Einstellungen weglassen',
  'Fixed settings are the work of the mixing engine, which is not on.':
    'Feste Einstellungen sind Sache der Mixing-Engine, und die ist nicht eingeschaltet.',
  'Switch the mixing engine on': 'Die Mixing-Engine einschalten',
  'The sound goes to a SPICE viewer, and there is no SPICE display. Add one, or choose where the sound goes.':
    'Der Ton geht an einen SPICE-Betrachter, und es gibt keine SPICE-Anzeige. Eine hinzufügen oder wählen, wohin der Ton geht.',
  'Play no sound': 'Keinen Ton abspielen',
  'Two audio backends have the number {1}. Give each a number of its own.':
    'Zwei Audio-Backends haben die Nummer {1}. Jedem eine eigene Nummer geben.',
  'Set the number to {1}': 'Die Nummer auf {1} setzen',
  'There is no audio backend with the number {1}. Add one, or leave the number out.':
    'Es gibt kein Audio-Backend mit der Nummer {1}. Eines hinzufügen oder die Nummer weglassen.',
  'Leave the audio backend out': 'Das Audio-Backend weglassen',
  'Peer to peer there is no bus: leave the address out, or p2p.':
    'Von Punkt zu Punkt gibt es keinen Bus: die Adresse weglassen oder p2p.',
  'Leave the address out': 'Die Adresse weglassen',
  'The display desktop is VirtualBox’s. VNC is seen by every viewer.':
    'Die Anzeige desktop gehört zu VirtualBox. VNC zeigt jeder Betrachter.',
  'Take VNC': 'VNC nehmen',
  'A display that listens at an address has no socket. Leave it out.':
    'Eine Anzeige, die an einer Adresse lauscht, hat keinen Socket. Weglassen.',
  'A display that listens at an network has no socket. Leave it out.':
    'Eine Anzeige, die an einem Netzwerk lauscht, hat keinen Socket. Weglassen.',
  'A display that listens at an none has no socket. Leave it out.':
    'Eine Anzeige, die nirgends lauscht, hat keinen Socket. Weglassen.',
  'Leave the socket out': 'Den Socket weglassen',
  'The display is to listen at {1}, and at {2} by its listen. Keep one of them.':
    'Die Anzeige soll an {1} lauschen und nach ihrem listen an {2}. Eines davon behalten.',
  'Keep {1}': '{1} behalten',
  'A display listens at one address, this one at several. Keep one; 0.0.0.0 is all of them.':
    'Eine Anzeige lauscht an einer Adresse, diese an mehreren. Eine behalten; 0.0.0.0 ist alle.',
  'Keep the first': 'Die erste behalten',
  'This SPICE display says where it listens and no port, so that libvirt makes it listen nowhere: a viewer gets in through libvirt alone. Let libvirt choose a port.':
    'Diese SPICE-Anzeige nennt, wo sie lauscht, und keinen Port, deshalb lässt libvirt sie nirgends lauschen: Ein Betrachter kommt nur durch libvirt hinein. libvirt einen Port wählen lassen.',
  'Let libvirt choose a port': 'libvirt einen Port wählen lassen',
  'Everybody on the network can see and use this display: it listens everywhere and has no password. Listen on 127.0.0.1 and reach it through SSH, or set passwd.':
    'Jeder im Netzwerk kann diese Anzeige sehen und bedienen: Sie lauscht überall und hat kein Passwort. An 127.0.0.1 lauschen lassen und über SSH erreichen, oder passwd setzen.',
  'Listen on 127.0.0.1': 'An 127.0.0.1 lauschen',
  'Another display is at port {1} already. Leave the port out, and libvirt finds a free one.':
    'An Port {1} ist schon eine andere Anzeige. Den Port weglassen, und libvirt findet einen freien.',
  'Leave the port out': 'Den Port weglassen',
  'libvirt encrypts SPICE when spice_tls = 1 stands in /etc/libvirt/qemu.conf and there are certificates; else it refuses the VM.':
    'libvirt verschlüsselt SPICE, wenn spice_tls = 1 in /etc/libvirt/qemu.conf steht und es Zertifikate gibt; sonst lehnt es die VM ab.',
  'Leave {1} out': '{1} weglassen',
  'There are two displays of type {1}, libvirt takes one of each. Remove the second.':
    'Es gibt zwei Anzeigen der Art {1}, libvirt nimmt von jeder eine. Die zweite entfernen.',
  'Remove the second display': 'Die zweite Anzeige entfernen',
  'QEMU has no sound card ich7. ich9 is the one for q35.':
    'QEMU hat keine Soundkarte ich7. ich9 ist die für q35.',
  'Take ich9': 'ich9 nehmen',
  "libvirt: “chardev '{1}' not supported without spice graphics”. Add a SPICE display, or remove this device.":
    "libvirt: „chardev '{1}' not supported without spice graphics“. Eine SPICE-Anzeige hinzufügen oder dieses Gerät entfernen.",
  'Remove the device': 'Das Gerät entfernen',
  'The video card {1} has no 3D acceleration, virtio has. Change the model, or leave it off.':
    'Die Grafikkarte {1} hat keine 3D-Beschleunigung, virtio schon. Das Modell ändern oder sie ausgeschaltet lassen.',
  'Leave 3D acceleration off': 'Die 3D-Beschleunigung ausgeschaltet lassen',
  '3D acceleration needs a display with OpenGL: SPICE or SDL with gl, or egl-headless beside VNC. QEMU does not start without.':
    '3D-Beschleunigung braucht eine Anzeige mit OpenGL: SPICE oder SDL mit gl, oder egl-headless neben VNC. Ohne sie startet QEMU nicht.',
  'Add egl-headless': 'egl-headless hinzufügen',
  'ramfb is on no bus. Leave the address out.': 'ramfb ist an keinem Bus. Die Adresse weglassen.',
  'none is on no bus. Leave the address out.': 'none ist an keinem Bus. Die Adresse weglassen.',
  'ARM guests have no video card {1}. Take virtio.': 'ARM-Gäste haben keine Grafikkarte {1}. virtio nehmen.',
  'Set the model to virtio': 'Das Modell auf virtio setzen',
  'Blob resources need memory that is a memfd. Set memory_backing.source to memfd.':
    'Blob-Ressourcen brauchen Arbeitsspeicher, der ein memfd ist. memory_backing.source auf memfd setzen.',
  'Set the source to memfd': 'Quelle auf memfd setzen',
  'These options are for the video card virtio, this one is {1}.':
    'Diese Optionen sind für die Grafikkarte virtio, diese ist {1}.',
  'Leave the driver out': 'Den Treiber weglassen',
  '{1} is for a video card {2}; this one is {3}. Leave it out.':
    '{1} ist für eine Grafikkarte {2}; diese ist {3}. Weglassen.',
  '{1} is for a video card {2} or {3}; this one is {4}. Leave it out.':
    '{1} ist für eine Grafikkarte {2} oder {3}; diese ist {4}. Weglassen.',
  '{1} is for a video card {2} or {3} or {4}; this one is {5}. Leave it out.':
    '{1} ist für eine Grafikkarte {2}, {3} oder {4}; diese ist {5}. Weglassen.',
  '{1} is for a video card {2} or {3} or {4} or {5} or {6}; this one is {7}. Leave it out.':
    '{1} ist für eine Grafikkarte {2}, {3}, {4}, {5} oder {6}; diese ist {7}. Weglassen.',
  'vram is 1024 KiB at least. Leave it out, and libvirt chooses.':
    'vram ist mindestens 1024 KiB. Weglassen, und libvirt wählt.',
  'vgamem is a power of two and 1024 KiB at least. Leave it out, and libvirt chooses.':
    'vgamem ist eine Zweierpotenz und mindestens 1024 KiB. Weglassen, und libvirt wählt.',
  'QEMU has no video card {1}. virtio is the best for most guests.':
    'QEMU hat keine Grafikkarte {1}. virtio ist für die meisten Gäste die beste.',
  'Take virtio': 'virtio nehmen',
  'The model none says that there is no video card, and there is another. Remove one of them.':
    'Das Modell none sagt, dass es keine Grafikkarte gibt, und es gibt noch eine. Eine davon entfernen.',
  'Remove the model none': 'Das Modell none entfernen',
  'Two video cards are marked primary; the firmware can show itself on one only.':
    'Zwei Grafikkarten sind als primary gekennzeichnet; die Firmware kann sich nur auf einer zeigen.',
  'Leave primary out here': 'primary hier weglassen',
  'The video card {1} can only be the first one. Take virtio or qxl here.':
    'Die Grafikkarte {1} kann nur die erste sein. Hier virtio oder qxl nehmen.',
  'The VNC password has {1} characters, 8 are permitted. Shorten it; for more safety listen on 127.0.0.1 and go through SSH.':
    'Das VNC-Passwort hat {1} Zeichen, erlaubt sind 8. Kürzen; für mehr Sicherheit an 127.0.0.1 lauschen lassen und über SSH gehen.',
  'The VNC port {1} is below 5900, where VNC begins. Take one from there, or -1 to let libvirt choose.':
    'Der VNC-Port {1} ist unter 5900, wo VNC beginnt. Einen ab dort nehmen, oder -1, um libvirt wählen zu lassen.',
  'A VNC display has to listen at some port. Say which, or let libvirt choose it.':
    'Eine VNC-Anzeige muss an einem Port lauschen. Angeben, an welchem, oder libvirt ihn wählen lassen.',
  'Let libvirt choose the port': 'libvirt den Port wählen lassen',
}
