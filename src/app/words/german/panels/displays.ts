/** The part displays of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const displays: Catalogue = {
  For: 'Dafür',
  Against: 'Dagegen',
  'Settings of {1}': 'Einstellungen von {1}',
  'Best for': 'Am besten für',
  Wayland: 'Wayland',
  Firmware: 'Firmware',
  'Guest driver': 'Treiber im Gast',
  'Not beside another card.': 'Nicht neben einer anderen Karte.',
  'use {1}': '{1} verwenden',
  'Video card': 'Grafikkarte',
  'The card that the guest sees and draws on.': 'Die Karte, die der Gast sieht und auf der er zeichnet.',
  'video card': 'Grafikkarte',
  'add video card': 'Grafikkarte hinzufügen',
  'Add another video card': 'Weitere Grafikkarte hinzufügen',
  'How the screen is seen from outside. Without one, nobody sees it.':
    'Wie der Bildschirm von außen zu sehen ist. Ohne Anzeige sieht ihn niemand.',
  display: 'Anzeige',
  'No display: the guest is reached by network or serial console':
    'Keine Anzeige: Der Gast ist über Netzwerk oder serielle Konsole zu erreichen',
  'No model yet': 'Noch kein Modell',
  '{1} screens': '{1} Bildschirme',
  'SDL window': 'SDL-Fenster',
  'Desktop window': 'Fenster auf dem Desktop',
  'OpenGL without a screen': 'OpenGL ohne Bildschirm',
  'No type yet': 'Noch keine Art',
  'no port': 'kein Port',
  SPICE: 'SPICE',
  'virt-viewer: clipboard, sound and USB devices of the viewer':
    'virt-viewer: Zwischenablage, Ton und USB-Geräte des Betrachters',
  VNC: 'VNC',
  'Any VNC viewer': 'Jeder VNC-Betrachter',
  'D-Bus': 'D-Bus',
  'A viewer on this desktop, without a network': 'Ein Betrachter auf diesem Desktop, ohne Netzwerk',
  'A window on this desktop; needs QEMU in the session':
    'Ein Fenster auf diesem Desktop; braucht QEMU in der Sitzung',
  'Lets VNC show what the host’s GPU draws': 'Lässt VNC zeigen, was die GPU des Hosts zeichnet',
}
