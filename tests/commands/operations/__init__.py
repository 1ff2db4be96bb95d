"""Tests of the operations, one by one and all together."""
