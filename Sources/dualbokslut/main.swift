// The program: everything lives in Commands.

import Commands

DualBokslut.start()
