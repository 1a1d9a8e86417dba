// Catch2 with its main: the one slow file.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
