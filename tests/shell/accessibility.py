#!/usr/bin/env python3
"""Finds controls through AT-SPI, as a screen reader does, and presses and fills them.
usage: dbus-run-session -- xvfb-run python3 accessibility.py CCHC_SUITE CCHC FOLDER"""
import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def walk(node, depth=0):
    if node is None or depth > 30:
        return
    yield node
    try:
        count = node.get_child_count()
    except Exception:
        return
    for i in range(count):
        try:
            yield from walk(node.get_child_at_index(i), depth + 1)
        except Exception:
            continue


def application():
    # What has come meanwhile is heard only here: without it a desktop that was empty at the first look stays empty.
    while GLib.MainContext.default().iteration(False):
        pass
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and "cchc-suite" in (child.get_name() or ""):
            return child
    return None


def label_of(node):
    if node.get_name():
        return node.get_name()
    for relation in node.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


def find(name, timeout=30):
    end = time.time() + timeout
    while time.time() < end:
        root = application()
        for node in walk(root):
            try:
                if label_of(node).startswith(name):
                    return node
            except Exception:
                continue
        time.sleep(0.05)  # between two looks
    desktop = Atspi.get_desktop(0)
    there = [child.get_name() for child in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())) if child is not None]
    root = application()
    raise SystemExit("not found: " + name + "; applications: " + str(there) + "; names: " + str([label_of(node) for node in walk(root)][:60] if root else None))


def press(name):
    find(name)
    # A tool's name stands on its item and on the button inside it: the button is what acts.
    for node in walk(application()):
        if not label_of(node).startswith(name):
            continue
        action = node.get_action_iface()
        if os.environ.get("VERBOSE"):
            print(name, node.get_role_name(), action.get_n_actions() if action else None)
        if action is not None and action.get_n_actions() > 0 and "button" in node.get_role_name():
            action.do_action(0)
            return
    raise SystemExit(name + " cannot be pressed")


def fill(name, text):
    find(name)
    for node in walk(application()):  # the label of a field begins with the same words
        if label_of(node).startswith(name) and node.get_editable_text_iface() is not None:
            node.get_editable_text_iface().set_text_contents(text)
            return
    raise SystemExit(name + " cannot be filled in")


def main():
    suite, cchc, folder = sys.argv[1:4]
    subprocess.run([cchc, "demo", folder + "/demo"], check=True, stdout=subprocess.DEVNULL)
    store = folder + "/demo/departments.sqlite"
    subprocess.run([cchc, "--store", store, "return", "finance.budget", "-u", "296", "-p", "2023-8T", "--reason", "x"], check=True, stdout=subprocess.DEVNULL)
    environment = dict(os.environ, GTK_MODULES="gail:atk-bridge", NO_AT_BRIDGE="0")
    environment.pop("NO_AT_BRIDGE")

    def start(settings):
        path = folder + "/settings.json"
        if settings:
            json.dump(settings, open(path, "w"))
        elif os.path.exists(path):
            os.remove(path)
        return subprocess.Popen([suite, "--settings", path], env=environment, stderr=subprocess.DEVNULL)

    # As with a screen reader: it and the registry are there before the program is.
    Atspi.init()
    application()
    seen = 0
    process = start(None)
    try:  # first start: every control by its name
        for name in ["Kho dữ liệu", "Chọn tệp", "Mở số liệu mẫu", "Nạp đơn vị", "Phòng, xã", "Văn phòng", "Kỳ báo cáo", "Đơn vị của bạn", "Họ tên người nhập", "Bắt đầu", "English"]:
            find(name)
            seen += 1
        press("Thôi")
        process.wait(30)
    finally:
        process.kill()
        process.wait()

    base = {"language": "vi", "role": "department", "person": "Lê Thị Mẫu", "unit": "296.TCKH", "whole": "296", "period": "2023-8T", "store": store}
    process = start(base)
    try:
        for name in ["Các phần báo cáo", "Danh sách lỗi và cảnh báo", "Giải trình", "Lưu giải trình", "Tệp", "Phần"]:
            find(name)
            seen += 1
        find("Văn bản hướng dẫn điều hành ngân sách năm")  # the form takes the name of its field in focus
        press("GỬI VĂN PHÒNG")
        for name in ["Thư mục ghi gói", "Tệp khóa ký số hoặc thư viện USB ký số", "Mật khẩu hoặc mã PIN của khóa", "Lỗi và cảnh báo"]:
            find(name)
            seen += 1
        filled = False
        for node in walk(application()):  # the label of the field begins with the same words
            if label_of(node) == "Thư mục ghi gói" and node.get_editable_text_iface() is not None:
                node.get_editable_text_iface().set_text_contents(folder)
                filled = True
        assert filled, "the folder cannot be filled in"
        press("Để sau")
    finally:
        process.kill()
        process.wait()

    # A row as an ordinary form, which stands for the grid that a screen reader does not see.
    process = start(dict(base, lastView="table", lastSection="finance.budget/296/2023-8T", lastPlace="recommendations[settlement].content"))
    try:
        for name in ["Tệp", "Sửa", "Phần", "Bảng", "Báo cáo", "Xem", "Trợ giúp", "Thêm dòng", "Xóa dòng"]:
            find(name)
            seen += 1
        press("Sửa dòng")
        fill("Nội dung kiến nghị", "Chấn chỉnh việc quyết toán")
        press("Lưu dòng")
        end = time.time() + 30
        while "Chấn chỉnh việc quyết toán" not in subprocess.run([cchc, "--store", store, "journal", "show", "finance.budget"], check=True, capture_output=True, text=True).stdout:
            if time.time() > end:
                raise SystemExit("the row was not saved")
        seen += 2
    finally:
        process.kill()
        process.wait()

    process = start(dict(base, lastView="units"))
    try:
        for name in ["Tìm đơn vị theo tên, mã", "Ngày xem cây đơn vị", "Kỳ báo cáo: xem cây", "Nhập danh sách đơn vị", "Cây đơn vị", "Lịch sử của đơn vị", "Dòng đang chọn", "Quay lại", "Đến đơn vị này"]:
            find(name)
            seen += 1
    finally:
        process.kill()
        process.wait()

    process = start(dict(base, role="office", unit="296.VP", store=folder + "/demo/suite.sqlite"))
    try:
        for name in ["Lọc bảng theo dõi", "Bảng theo dõi các phần", "Tìm đơn vị", "Chấp nhận", "Trả lại", "Xem phần"]:
            find(name)
            seen += 1
        # The keyboard is at the board: with a row selected there are the figures that it brings.
        Atspi.generate_keyboard_event(0xFF54, None, Atspi.KeySynthType.SYM)  # Down
        find("Khác với lần gửi trước")
        seen += 1
        press("TỔNG HỢP")
        find("Lỗi, cảnh báo của báo cáo: 1")  # and what was consolidated is told
    finally:
        process.kill()
        process.wait()
    print(seen, "controls found by name")


main()
