inline int own(int x) { return x; }
