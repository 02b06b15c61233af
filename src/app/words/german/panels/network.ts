/** The part network of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const network: Catalogue = {
  'change ports': 'Ports ändern',
  'In this mode the guest has an address of its own: its ports are reached there, and forwards do nothing.':
    'In diesem Modus hat der Gast eine eigene Adresse: Dort sind seine Ports zu erreichen, und Weiterleitungen tun nichts.',
  'Host port': 'Port des Hosts',
  'Guest port': 'Port des Gastes',
  'Add port': 'Port hinzufügen',
  'Not together with an SSH port': 'Nicht zusammen mit einem SSH-Port',
  'interface {1}': 'Schnittstelle {1}',
  'Host port for SSH': 'Port des Hosts für SSH',
  'free one': 'ein freier',
  'change SSH port': 'SSH-Port ändern',
  'leads to': 'führt zu',
  SSH: 'SSH',
  'Remove the SSH forward': 'SSH-Weiterleitung entfernen',
  'clear SSH port': 'SSH-Port leeren',
  'Host port of forward {1}': 'Port des Hosts der Weiterleitung {1}',
  'Guest port of forward {1}': 'Port des Gastes der Weiterleitung {1}',
  'Remove forward {1}': 'Weiterleitung {1} entfernen',
  'The host port is a number from 1 to 65535': 'Der Port des Hosts ist eine Zahl von 1 bis 65535',
  'The guest port is a number from 1 to 65535': 'Der Port des Gastes ist eine Zahl von 1 bis 65535',
  'The host port is missing': 'Der Port des Hosts fehlt',
  'Port {1} already leads to {2}': 'Port {1} führt schon zu {2}',
  'Port {1} already leads to port {2} of the guest': 'Port {1} führt schon zu Port {2} des Gastes',
  'The guest port is missing': 'Der Port des Gastes fehlt',
  'First interface': 'Erste Schnittstelle',
  'use network mode {1}': 'Netzwerkmodus {1} verwenden',
  Bridge: 'Bridge',
  'Bridge of the host that the guest is plugged into.': 'Bridge des Hosts, in die der Gast gesteckt wird.',
  'libvirt network': 'Netzwerk von libvirt',
  'Name of the network as virsh net-list prints it.': 'Name des Netzwerks, wie virsh net-list ihn ausgibt.',
  Card: 'Karte',
  Ports: 'Ports',
  'A port of this machine leads to a port of the guest. Bound to 127.0.0.1, so that others do not reach it; to listen elsewhere, give an interface below forwards of its own.':
    'Ein Port dieses Rechners führt zu einem Port des Gastes. An 127.0.0.1 gebunden, damit andere ihn nicht erreichen; um anderswo zu lauschen, einer Schnittstelle unten eigene Weiterleitungen geben.',
  'Further interfaces': 'Weitere Schnittstellen',
  interface: 'Schnittstelle',
  'The first one is the only one': 'Die erste ist die einzige',
  'Not used in mode {1}.': 'Im Modus {1} nicht verwendet.',
  'The guest reaches the world through you, and you reach its forwarded ports. Needs no rights; forwards need passt on the host.':
    'Der Gast erreicht die Welt durch Sie, und Sie erreichen seine weitergeleiteten Ports. Braucht keine Rechte; Weiterleitungen brauchen passt auf dem Host.',
  'The guest stands beside the host with an address of the same network. Needs a bridge on the host; in a session its helper too.':
    'Der Gast steht neben dem Host mit einer Adresse aus demselben Netz. Braucht eine Bridge auf dem Host; in einer Sitzung auch deren Helfer.',
  NAT: 'NAT',
  'The guest is behind the host on libvirt’s own network “default”. Needs that network started, mostly the system connection.':
    'Der Gast ist hinter dem Host im libvirt-eigenen Netzwerk „default“. Braucht dieses gestartet, meist die Systemverbindung.',
  'Any network that libvirt knows, by its name: isolated, routed, or of Open vSwitch.':
    'Jedes Netzwerk, das libvirt kennt, nach Namen: abgeschlossen, geroutet oder von Open vSwitch.',
  'The fastest; Linux has the driver': 'Am schnellsten; Linux hat den Treiber',
  'Intel; nearly every system has the driver': 'Intel; fast jedes System hat den Treiber',
  'Intel, with virtual functions for nested guests':
    'Intel, mit virtuellen Funktionen für verschachtelte Gäste',
  'For guests from VMware': 'Für Gäste von VMware',
  '100 Mbit/s, for very old guests': '100 Mbit/s, für sehr alte Gäste',
  'forwards from {1}': 'leitet weiter von {1}',
  'cable out': 'Kabel gezogen',
  'Needs no rights on the host': 'Braucht keine Rechte auf dem Host',
  'Beside the host on its network': 'Neben dem Host in dessen Netz',
  'On a card of the host, which itself is not reached':
    'An einer Karte des Hosts, der selbst nicht zu erreichen ist',
  'Passed-through card': 'Durchgereichte Karte',
  'A virtual function, with its MAC address set by libvirt':
    'Eine virtuelle Funktion, deren MAC-Adresse libvirt setzt',
}
